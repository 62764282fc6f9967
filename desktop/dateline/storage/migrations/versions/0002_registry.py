"""What is known of an entity beyond its name; steps that belong together in several articles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("entity") as batch:
        batch.add_column(sa.Column("aliases", sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(sa.Column("country", sa.String(length=3), nullable=False, server_default=""))
        for name in ("sector", "external_id", "notes"):
            batch.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("updated_by", sa.String(length=26), nullable=True))
        batch.create_foreign_key(batch.f("fk_entity_updated_by"), "coder", ["updated_by"], ["id"])
    op.add_column("decision", sa.Column("group_id", sa.String(length=26), nullable=True))
    op.create_index(op.f("ix_decision_group_id"), "decision", ["group_id"], unique=False)
