"""What may stand in an entry, for whatever schema: texts of a few words, and a value for each field.
`from filler import fields_for`; random numbers come from the caller, so what is made is the same each time."""

WORDS = ("tillit reform tiltak virksomhet kommune ansatt leder brukere tjeneste krav rapportering tilsyn "
         "arbeid dialog mål styring handlingsrom fagfolk pilot forsøk ordning departement etat medbestemmelse "
         "gir får kan skal vil og i på for med til av om ikke mer mindre bedre nye flere første hele").split()
TERMS, VALUES = 3, 2  # of a field that takes many
YEARS = range(2018, 2027)


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(8, 18))]
    return " ".join(words).capitalize() + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(3, 5)))


def text_for(rng, field):
    known = {"date": "2024-04" if field.get("x-partial") else "2024-04-17", "email": "post@example.no",
             "uri": f"https://example.no/{rng.randint(1, 900)}"}
    short = f"{rng.choice(WORDS).capitalize()} {rng.randint(10, 900)}"
    return known.get(field.get("format")) or (sentence(rng) if field.get("minLength", 0) > len(short) else short)


def values_for(rng, inner, collection):
    """Those of a list; None for one that leads to other entries."""
    if inner.get("x-entry"):
        return None
    if "x-terms" in inner:
        terms = list(collection.terms(inner["x-terms"]))
        return rng.sample(terms, min(TERMS, len(terms)))
    if inner["type"] == "integer":
        least, most = inner.get("minimum", YEARS[0]), inner.get("maximum", YEARS[-1])
        return sorted(rng.sample(range(max(least, YEARS[0]), min(most, YEARS[-1]) + 1), VALUES))
    if inner["type"] == "string" and "enum" not in inner:
        return [f"{rng.choice(WORDS).capitalize()} {number}" for number in range(VALUES)]
    return [value_for(rng, inner, collection)]


def value_for(rng, field, collection):
    """What a field may hold; None for one that is left out."""
    if "x-terms" in field:
        return rng.choice(list(collection.terms(field["x-terms"])))
    if "enum" in field:
        return rng.choice(field["enum"])
    if field["type"] == "array":
        return values_for(rng, field["items"], collection)
    if field["type"] == "object":
        return {key: value_for(rng, part, collection) for key, part in field["properties"].items()}
    if field["type"] == "integer":
        least = field.get("minimum", 1)
        return rng.randint(least, min(field.get("maximum", 900), least + 100))
    if field["type"] == "boolean":
        return rng.random() < 0.1
    return text_for(rng, field)


def fields_for(rng, collection, title, summary):
    """All that the form asks for, but the language: the texts are in one."""
    fields = {"title": title, "summary": summary}
    for name, field in collection.fields.items():
        if name in ("title", "summary", "lang") or field.get("x-form") is False:
            continue
        value = value_for(rng, field, collection)
        if value is not None:
            fields[name] = value
    return fields
