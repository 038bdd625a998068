package mx.gob.jocotepec.cauce.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what the application sends to the database while it is measured; at other times it is not there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cauce.bench")
class StatementCount {
    private static final AtomicInteger SENT = new AtomicInteger();

    static int sent() {
        return SENT.get();
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Counting(source) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(super.getConnection());
        }
    }

    private static Connection watched(Connection connection) {
        return proxy(Connection.class, connection, false);
    }

    private static <T> T proxy(Class<T> type, T target, boolean statement) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (statement && method.getName().startsWith("execute")) SENT.incrementAndGet();
                    try {
                        var result = method.invoke(target, arguments);
                        return switch (result) {
                            case PreparedStatement made when !statement -> proxy(PreparedStatement.class, made, true);
                            case Statement made when !statement -> proxy(Statement.class, made, true);
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
