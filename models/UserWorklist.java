import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** What somebody may do with a worklist. */
@Entity
record UserWorklist(
        @Id @GeneratedValue Integer id,
        @ManyToOne(optional = false) @JoinColumn(name = "user_id") User user,
        @ManyToOne(optional = false) @JoinColumn(name = "worklist_id") Worklist worklist,
        @Enumerated(EnumType.STRING) @Column(columnDefinition = "VARCHAR(5)") Role role) {

    /** What is allowed; ResTrack sees to it, the database has no check. */
    enum Role {
        DENY, READ, WRITE, ADMIN
    }
}
