"""What the worker process is asked to draw; only there are the drawing libraries loaded."""

from collections.abc import Mapping, Sequence

from bot.domain.own_templates import TemplateFields, TemplateTrouble
from bot.reports.board_sheet import BoardSheet
from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.paper import Paper, PaperFormat
from bot.reports.paper_form_sheet import PaperForm
from bot.reports.pictures import DigestPicture, ResultPicture, Sheet


def load() -> None:
    """Load the drawing libraries ahead of the first picture. Run it in a `Worker`."""
    import bot.reports.charts  # noqa: F401  # for what stays loaded


def draw_digest(picture: DigestPicture) -> bytes:
    """A PNG. Run it in a `Worker`."""
    from bot.reports.charts import digest_picture

    return digest_picture(picture)


def draw_result(picture: ResultPicture) -> bytes:
    """A PNG. Run it in a `Worker`."""
    from bot.reports.result_charts import result_picture

    return result_picture(picture)


def draw_qr(link: str) -> bytes:
    """A PNG. Run it in a `Worker`."""
    from bot.reports.qr_codes import qr_png

    return qr_png(link)


def draw_certificate(sheet: CertificateSheet) -> bytes:
    """A PDF of one page. Run it in a `Worker`."""
    return draw_certificates([sheet])


def draw_certificates(sheets: Sequence[CertificateSheet]) -> bytes:
    """A PDF with a page for each. Run it in a `Worker`."""
    from bot.reports.certificates import certificate_pdf

    return certificate_pdf(sheets)


def draw_board(sheet: BoardSheet) -> bytes:
    """A PDF of as many pages as it takes. Run it in a `Worker`."""
    from bot.reports.boards import board_pdf

    return board_pdf(sheet)


def draw_sheet(sheet: Sheet) -> bytes:
    """A PDF of one page. Run it in a `Worker`."""
    from bot.reports.sheets import sheet_pdf

    return sheet_pdf(sheet)


def draw_paper_form(form: PaperForm) -> bytes:
    """A PDF of as many pages as it takes. Run it in a `Worker`."""
    from bot.reports.paper_forms import paper_form_pdf

    return paper_form_pdf(form)


def draw_paper(paper: Paper, as_: PaperFormat) -> bytes:
    """A Word document or a PDF. Run it in a `Worker`."""
    if as_ is PaperFormat.DOCX:
        from bot.reports.paper_docx import paper_docx

        return paper_docx(paper)
    from bot.reports.paper_pdf import paper_pdf

    return paper_pdf(paper)


def check_own_template(content: bytes, fields: TemplateFields) -> tuple[TemplateTrouble, ...]:
    """What is wrong in a template somebody sent. Run it in a `Worker`."""
    from bot.reports.own_templates import check_template

    return check_template(content, fields)


def fill_own_template(
    content: bytes, copies: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]]
) -> bytes:
    """A Word document. Run it in a `Worker`."""
    from bot.reports.own_templates import fill_template

    return fill_template(content, copies, rows)
