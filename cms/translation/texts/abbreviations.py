"""Words after whose full stop a sentence goes on, by language. Single letters and German ordinals need no entry."""

from functools import lru_cache

_BY_LANGUAGE = {
    "de": """
        abb abs abt allg art aufl bd bes best bspw bzgl bzw ca chr co dgl dipl dr dt ebd einschl etc evtl evt
        exkl fa ff frl geb gegr gem gest ggf hl hr hrsg inkl ing insb inz jh jhd jhs kath kfm lfd lt max mind
        mio mr mrd mrs ms nr op pl prof red rd ref sek skt sog st std str stv tel tsd ugs univ urspr usf usw
        verf verh vgl vol vors vorm zzgl zz jan feb apr jun jul aug sept sep okt nov dez mo di mi do sa so
        """,
    "en": """
        approx apt assn assoc ave blvd capt ch co col corp dept dr ed eds esp est etc excl fig fr ft gen gov hon
        inc incl jr lt ltd maj max messrs min mr mrs ms mt no nos op para pl pp prof pt rd ref rep rev sec sen
        sgt sq sr st vol vols vs jan feb mar apr jun jul aug sep sept oct nov dec
        """,
    "fr": """
        al apr art av bd bibl ch chap cf coll dép dir dr éd env etc ex exc fig fl hab ibid inc inf janv févr
        juill sept oct nov déc mgr mlle mlles mm mme mmes mr mt nb no nos obs op par paragr pl pp pr prof réf
        resp st ste suiv sup tél trad vol
        """,
    "ar": """
        أ د م ه ص ق ت هـ ج إلخ الخ
        """,
}


@lru_cache(maxsize=32)
def abbreviations(language: str) -> frozenset[str]:
    """Return the abbreviations of a language tag, casefolded, without their full stop."""
    return frozenset(_BY_LANGUAGE.get(language.split("-")[0].lower(), "").split())
