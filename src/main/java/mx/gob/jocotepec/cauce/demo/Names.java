package mx.gob.jocotepec.cauce.demo;

/** Names as common in Mexico as the weights say, roughly per thousand. Put together by chance they mean nobody. */
final class Names {
    static final Weighted WOMEN = Weighted.of("""
            María Guadalupe 52, María 34, Guadalupe 30, Juana 24, Margarita 22, Verónica 22, Leticia 21, Rosa María 18, Elizabeth 18,
            Alejandra 22, Gabriela 21, María del Carmen 26, Patricia 20, Adriana 19, Ana María 12, Martha 18, Claudia 18, Silvia 15,
            Teresa 14, Yolanda 14, Rosa 16, Francisca 12, Laura 16, Mónica 13, Sandra 15, Lucía 11, Isabel 11, Karla 12, Daniela 15,
            Fernanda 13, María Fernanda 15, Ximena 12, Valeria 14, Diana 13, Jessica 12, Brenda 11, Karina 10, Araceli 10, Rocío 9,
            Lorena 10, Norma 10, Irma 8, Alma 8, Blanca 8, Esther 6, Elena 6, Josefina 9, Socorro 5, Mariana 12, Paola 9, Andrea 12,
            Citlali 4, Yesenia 7, Maricela 6, Ofelia 4, Esperanza 5, Graciela 6, Beatriz 7, Susana 6, Cecilia 6, Natalia 7, Camila 8,
            Sofía 9, Regina 6, Renata 5, Itzel 6, Perla 5, Nayeli 5, Dulce María 6, Ana Karen 5, Rosario 6, Consuelo 3, Refugio 3""");

    static final Weighted MEN = Weighted.of("""
            José 30, Juan 26, José Luis 22, Francisco 20, Miguel Ángel 20, Jesús 19, Antonio 16, Alejandro 18, Juan Carlos 17, Pedro 13,
            Manuel 13, Carlos 15, Ricardo 12, Fernando 13, Roberto 12, Jorge 13, Javier 13, Luis 14, Raúl 10, Arturo 10, Martín 10,
            Gerardo 11, Sergio 10, Daniel 12, Eduardo 11, Salvador 10, Rafael 10, Ramón 8, Héctor 8, Óscar 8, Alberto 8, Enrique 8,
            Rubén 6, Ignacio 6, Alfredo 7, Víctor Manuel 7, José Guadalupe 8, Luis Ángel 7, Iván 6, Omar 6, Ernesto 5, Gustavo 6""");

    static final Weighted SURNAMES = Weighted.of("""
            Hernández 44, García 34, Martínez 32, López 31, González 30, Rodríguez 25, Pérez 25, Sánchez 23, Ramírez 23, Flores 17,
            Cruz 15, Gómez 15, Morales 12, Vázquez 13, Reyes 12, Jiménez 12, Torres 12, Díaz 11, Gutiérrez 11, Mendoza 10, Ruiz 10,
            Aguilar 9, Ortiz 9, Castillo 8, Moreno 9, Romero 8, Álvarez 8, Méndez 7, Chávez 8, Rivera 8, Juárez 7, Ramos 7, Domínguez 6,
            Herrera 6, Medina 7, Vargas 7, Castro 7, Guzmán 6, Velázquez 6, Muñoz 6, Rojas 5, Salazar 5, Contreras 6, Ortega 5, Luna 5,
            Delgado 5, Ríos 5, Guerrero 5, Navarro 5, Cervantes 5, Ibarra 4, Padilla 4, Rentería 3, Olmedo 3, Ochoa 4, Cuevas 4,
            Villaseñor 2, Ibáñez 1, Zamora 3, Camarena 3, Covarrubias 2, Nuño 2, Real 2, Vega 4, Robles 3, Rangel 3, Valencia 3, Bautista 4""");

    static final Weighted NICKNAMES =
            Weighted.of("Lupita 20,La Güera 12,Chayo 8,Lety 14,Vero 12,Mari 16,Nena 10,Chela 8,Paty 10,Caro 5");

    private Names() {}
}
