package mx.gob.jocotepec.cauce;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CauceApplication {
    public static void main(String[] args) {
        SpringApplication.run(CauceApplication.class, args);
    }
}
