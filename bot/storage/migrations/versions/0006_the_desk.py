"""The curator's desk: what she does from the digest, documents, the region's kept figures"""

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _digest()
    _desk()
    _documents()
    _region()
    _monitoring()


def downgrade() -> None:
    _monitoring_back()
    _region_back()
    _documents_back()
    _desk_back()
    _digest_back()


def _digest() -> None:
    """Choices of what and when a curator hears; the contact standard."""


def _digest_back() -> None:
    pass


def _desk() -> None:
    """Notes, broadcasts, tasks, tickets."""


def _desk_back() -> None:
    pass


def _documents() -> None:
    """Reports, templates, awards."""


def _documents_back() -> None:
    pass


def _region() -> None:
    """Kept aggregates."""


def _region_back() -> None:
    pass


def _monitoring() -> None:
    """What monitoring still lacked."""


def _monitoring_back() -> None:
    pass
