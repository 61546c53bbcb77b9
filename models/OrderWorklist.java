import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** An order on a worklist. */
@Entity
record OrderWorklist(
        @Id @GeneratedValue Integer id,
        @Column(name = "order_id") int orderId,
        @ManyToOne(optional = false) @JoinColumn(name = "worklist_id") Worklist worklist,
        @Column(columnDefinition = "VARCHAR") String status,
        @Column(columnDefinition = "VARCHAR") String priority,
        @Column(name = "user_note", columnDefinition = "VARCHAR") String userNote) {
}
