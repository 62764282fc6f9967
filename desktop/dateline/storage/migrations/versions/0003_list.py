"""A coder's note on an article; what the list of articles shows, where it is read at once."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

COUNT = """
UPDATE layer SET {column} = (
    SELECT sum(n) FROM (
        SELECT count(*) AS n FROM mention WHERE layer_id = layer.id AND status = '{status}'
        UNION ALL SELECT count(*) FROM event WHERE layer_id = layer.id AND status = '{status}'
        UNION ALL SELECT count(*) FROM quote WHERE layer_id = layer.id AND status = '{status}'
    ) AS counted
)
"""


def upgrade() -> None:
    op.add_column("layer", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    for column, status in (("open_count", "suggested"), ("accepted_count", "accepted")):
        op.add_column("layer", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
        op.execute(COUNT.format(column=column, status=status))
    op.create_index(
        "ix_article_listed",
        "article",
        ["trashed_at", "imported_at", "id", "title", "source", "language", "published"],
        unique=False,
    )
