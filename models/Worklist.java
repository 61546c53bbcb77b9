import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;

/** A list of orders whose results somebody waits for. */
@Entity
record Worklist(
        @Id @GeneratedValue Integer id,
        @Column(nullable = false, columnDefinition = "VARCHAR") String name,
        @Column(columnDefinition = "VARCHAR") String description,
        @Column(name = "created_at") LocalDateTime createdAt,
        @ManyToOne(optional = false) @JoinColumn(name = "created_by") User createdBy) {
}
