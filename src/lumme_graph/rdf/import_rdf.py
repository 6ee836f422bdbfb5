"""RDF as a model: own RDF comes back whole, that of others as far as a model can hold it."""

from __future__ import annotations

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.given_path import AnyPath
from lumme_graph.rdf.foreign.code_table import ImportedCodes
from lumme_graph.rdf.foreign.read import read_codes, read_foreign
from lumme_graph.rdf.read.errors import RdfError
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.own import models_in, read_own
from lumme_graph.rdf.read.parsed import Parsed, parse_file


def import_rdf(
    file: AnyPath,
    format: str | None = None,  # noqa: A002
    *,
    model: str | None = None,
    concepts: str | None = None,
    language: str | None = None,
    name: str = "",
    as_of: AnyDay | None = None,
    base: str | None = None,
) -> ImportedModel:
    """A file of RDF as a model: its graph, and what of the file is not in it.

    Without a format the file's name says it. Where a subject is an `lg:Model`, that model comes
    back; `model` says by its address which of several, or which of several schemes of concepts. All
    other RDF is read as SKOS and CPSV-AP: `concepts` says what the concepts of a scheme become
    (`profile` or `subject`), `language` in which language texts without a tag are, `name` what the
    model is called, `as_of` its day where the file says none of itself, and `base` what its
    addresses begin with; these four are refused of an `lg:Model`, which says them itself. Nothing
    is fetched. Raises `RdfError` where it cannot be read, and `FormError` where there is no such
    format.
    """
    return import_parsed(
        parse_file(file, format),
        model=model,
        concepts=concepts,
        language=language,
        name=name,
        as_of=as_of,
        base=base,
    )


def import_parsed(
    parsed: Parsed,
    *,
    model: str | None = None,
    concepts: str | None = None,
    language: str | None = None,
    name: str = "",
    as_of: AnyDay | None = None,
    base: str | None = None,
) -> ImportedModel:
    """What a file says as a model, as `import_rdf` does."""
    with collector_paused():
        own = concepts is None and bool(models_in(parsed))
        if own:
            given = {"language": language, "name": name or None, "as-of": as_of, "base": base}
            _refuse_vain(parsed.name, [word for word, value in given.items() if value is not None])
        if own or (concepts is None and model is not None):
            return read_own(parsed, model)
        return read_foreign(
            parsed,
            concepts=concepts,
            language=language,
            name=name,
            as_of=day_of(as_of),
            base=base,
            scheme=model,
        )


def _refuse_vain(file: str, given: list[str]) -> None:
    """Raises `RdfError` for what is given of a model that says it itself."""
    if given:
        vain = ", ".join(f"--{word}" for word in given)
        raise RdfError(
            f"{file}: it holds a model (lg:Model), which says this itself; leave {vain} away, "
            "and change it in model.yaml after the import"
        )


def import_codes(
    file: AnyPath,
    format: str | None = None,  # noqa: A002
    *,
    language: str | None = None,
    scheme: str | None = None,
) -> ImportedCodes:
    """The concepts of a file of SKOS as a table of codes, and what of the file is not in it.

    Without a format the file's name says it. Raises `RdfError` where it cannot be read or holds none,
    and `FormError` where there is no such format.
    """
    with collector_paused():
        return read_codes(parse_file(file, format), language=language, scheme=scheme)
