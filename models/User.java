import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** Somebody who works with ResTrack. */
@Entity
@Table(name = "user", indexes = @Index(name = "ix_user_username", columnList = "username", unique = true))
record User(
        @Id @GeneratedValue Integer id,
        @Column(nullable = false, columnDefinition = "VARCHAR") String username,
        @Column(nullable = false, columnDefinition = "VARCHAR") String email,
        @Column(nullable = false, columnDefinition = "VARCHAR") String password,
        @Column(name = "must_change_password", options = "DEFAULT TRUE") boolean mustChangePassword) {
}
