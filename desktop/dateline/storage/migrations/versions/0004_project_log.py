"""The log of the project itself: what is said of entities, which codebook holds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "project_step",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("verb", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("forward", sa.JSON(), nullable=False),
        sa.Column("inverse", sa.JSON(), nullable=False),
        sa.Column("reverts", sa.String(length=26), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.String(length=26), nullable=False),
        sa.Column("app_version", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=26), nullable=True),
        sa.ForeignKeyConstraint(["taken_by"], ["coder.id"], name=op.f("fk_project_step_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_step")),
        sa.UniqueConstraint("seq", name=op.f("uq_project_step_seq")),
    )
    op.create_index(op.f("ix_project_step_group_id"), "project_step", ["group_id"], unique=False)
