"""Drawn pictures: where things lie on the globe, and what stands in the file."""

import io
import math
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from PIL import Image, IptcImagePlugin

from cityrelations.drawing import Picture, Place, framing, scenes
from cityrelations.drawing.land import load_land, make_ring, unpack
from cityrelations.drawing.masks import land_masks
from cityrelations.drawing.metadata import CC0
from cityrelations.drawing.palette import FAMILIES, TONES, oklch, palette
from cityrelations.drawing.places import region
from cityrelations.drawing.projection import View, look_at, thinned
from cityrelations.drawing.sphere import (
    bearing,
    densified,
    destination,
    distance,
    great_circle,
    lat_lon,
    middle,
    unwrapped,
    vector,
)

SMALL = (180, 120)
HOME = Place("home", 52.5238, 13.3996)
PARIS = Place("paris", 48.8581, 2.353, 1987)
PRAGUE = Place("prague", 50.087, 14.4229, 1995)
TOKYO = Place("tokyo", 35.687, 139.7495, 1994)
OPPOSITE = Place("almost-opposite", -50, -172)
FIJI = Place("suva", -18.133, 178.4417)


def view_of(latitude: float, longitude: float, up: float = 0) -> View:
    """A globe of 100 pixels radius in the middle of 240 by 240 pixels."""
    return View(vector(latitude, longitude), up, 100, 120, 120)


def drawn(partner: Place, *others: Place) -> Picture:
    """The picture of the last city given."""
    *_, last = scenes.draw_cities(HOME, [partner, *others], SMALL)
    return last


class TestSphere:
    def test_distance_is_known(self) -> None:
        assert distance(HOME.vector, TOKYO.vector) == pytest.approx(8930, abs=30)

    def test_a_quarter_of_the_globe(self) -> None:
        assert distance(vector(0, 0), vector(90, 0)) == pytest.approx(10007.5, abs=1)

    def test_bearings_along_the_equator_and_the_meridian(self) -> None:
        assert bearing(vector(0, 0), vector(0, 10)) == pytest.approx(90)
        assert bearing(vector(10, 5), vector(-10, 5)) == pytest.approx(180)

    def test_destination_undoes_bearing_and_distance(self) -> None:
        there = destination(HOME.vector, 40, 30)
        assert bearing(HOME.vector, there) == pytest.approx(40)
        assert distance(HOME.vector, there) == pytest.approx(math.radians(30) * 6371.0088)

    def test_great_circle_has_even_steps_between_its_ends(self) -> None:
        line = great_circle(HOME.vector, TOKYO.vector, 8)
        steps = [distance(a, b) for a, b in pairwise(line)]
        assert line[0] == pytest.approx(HOME.vector)
        assert line[-1] == pytest.approx(TOKYO.vector)
        assert steps == pytest.approx([steps[0]] * 8)

    def test_great_circle_takes_the_short_way_over_the_pole(self) -> None:
        latitude, _ = lat_lon(middle(vector(60, 0), vector(60, 180)))
        assert latitude == pytest.approx(90)

    def test_a_line_from_a_place_to_itself_stays(self) -> None:
        assert great_circle(HOME.vector, HOME.vector, 3) == [HOME.vector] * 4


class TestAntimeridian:
    def test_longitudes_run_on_eastwards_and_westwards(self) -> None:
        assert unwrapped([(179, 0), (-179, 1), (-178, 2)]) == [(179, 0), (181, 1), (182, 2)]
        assert unwrapped([(-179, 0), (179, 1), (-179, 0)]) == [(-179, 0), (-181, 1), (-179, 0)]

    def test_densifying_an_unwrapped_ring_stays_at_the_antimeridian(self) -> None:
        points = densified(unwrapped([(178, 66), (-178, 66)]), 1)
        assert [longitude for longitude, _ in points] == [178, 179, 180, 181, 182]

    def test_a_ring_across_the_antimeridian_draws_no_circle_around_the_pole(self) -> None:
        ring = make_ring([(178, 66), (-178, 66), (-178, 70), (178, 70), (178, 66)], hole=False)
        assert ring.chord < 0.06


class TestProjection:
    def test_the_point_under_the_viewer_is_the_middle(self) -> None:
        assert view_of(10, 20).pixel(vector(10, 20)) == pytest.approx((120, 120))

    def test_north_is_up_and_east_is_right(self) -> None:
        assert view_of(0, 0).pixel(vector(30, 0)) == pytest.approx((120, 70))
        assert view_of(0, 0).pixel(vector(0, 30)) == pytest.approx((170, 120))

    def test_the_given_bearing_points_up(self) -> None:
        assert view_of(0, 0, up=90).pixel(vector(0, 30)) == pytest.approx((120, 70))

    def test_the_far_side_is_hidden(self) -> None:
        assert view_of(0, 0).depth(vector(0, 91)) < 0 < view_of(0, 0).depth(vector(0, 89))

    def test_a_tilted_view_keeps_its_target_on_the_anchor(self) -> None:
        view = look_at(HOME.vector, up=30, tilt=50, radius=400, anchor=(60, 40))
        ahead = view.pixel(destination(HOME.vector, 30, 1))
        assert view.pixel(HOME.vector) == pytest.approx((60, 40))
        assert ahead[0] == pytest.approx(60, abs=0.2)
        assert ahead[1] < 40

    def test_thinning_drops_walks_off_the_picture_only(self) -> None:
        walk = [(50, 50), (150, 50), (160, 60), (170, 70), (150, 80), (50, 80)]
        assert thinned(walk, (100, 100), margin=0) == [(50, 50), (150, 50), (150, 80), (50, 80)]


LAND = {
    "Sahara": (23, 10),
    "Antarctica": (-85, 40),
    "Chukotka": (67, -178),
    "Kansas": (38, -98),
    "Viti Levu": (-17.8, 178),
}
SEA = {"Pacific": (0, -150), "Arctic": (90, 0), "Caspian": (41.5, 51), "Ross Sea": (-75, -178), "Atlantic": (30, -45)}


class TestLand:
    def test_there_is_land_and_a_hole_in_it(self) -> None:
        rings = load_land()
        assert len(rings) > 3000
        assert sum(ring.hole for ring in rings) >= 1
        assert sum(len(ring.points) for ring in rings) > 200_000

    def test_steps_become_degrees(self) -> None:
        assert unpack([400, -800, 4, 8], 400) == [(1, -2), (1.01, -1.98)]

    @pytest.mark.parametrize("turned", [(20, 10), (-30, -150), (80, 60), (-70, 175)])
    def test_known_places_are_land_or_sea_from_everywhere(self, turned: tuple[float, float]) -> None:
        view = view_of(*turned)
        land, _coast = land_masks((240, 240), view, 1)
        for places, is_land in ((LAND, True), (SEA, False)):
            for name, place in places.items():
                x, y = view.pixel(vector(*place))
                if view.depth(vector(*place)) > 0.3:
                    assert (land.getpixel((int(x), int(y))) > 100) == is_land, name


class TestColours:
    def test_white_black_and_red(self) -> None:
        assert oklch(1, 0, 0) == (255, 255, 255)
        assert oklch(0, 0, 0) == (0, 0, 0)
        assert oklch(0.628, 0.2577, 29.23) == pytest.approx((255, 0, 0), abs=2)

    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            ((48.86, 2.35), "europe"), ((41.02, 28.97), "europe"), ((50.44, 30.51), "europe"), ((64, -22), "europe"),
            ((34.05, -118.23), "americas"), ((-34.61, -58.43), "americas"),
            ((-22.57, 17.08), "africa"), ((30.05, 31.25), "africa"), ((36.8, 10.2), "africa"),
            ((55.75, 37.61), "asia"), ((35.69, 139.75), "asia"), ((-6.17, 106.83), "asia"), ((41.3, 69.27), "asia"),
            ((32.08, 34.77), "middle_east"), ((33.9, 35.5), "middle_east"),
            ((-33.9, 151.2), "oceania"), ((-41.3, 174.8), "oceania"), ((-13.8, -171.8), "oceania"),
        ],
    )  # fmt: skip
    def test_a_place_has_the_colours_of_its_part_of_the_world(self, place: tuple[float, float], expected: str) -> None:
        assert region(*place) == expected

    @pytest.mark.parametrize("family", FAMILIES)
    @pytest.mark.parametrize("tone", TONES)
    def test_the_arc_stands_out_from_its_casing(self, family: str, tone: str) -> None:
        colours = palette(family, tone)
        assert sum(abs(a - b) for a, b in zip(colours.arc, colours.casing, strict=True)) > 150


class TestFraming:
    @pytest.mark.parametrize("partner", [PARIS, TOKYO, FIJI, OPPOSITE], ids=lambda place: place.key)
    def test_both_cities_lie_well_inside_the_picture(self, partner: Place) -> None:
        for look in framing.looks_for(HOME, [partner] * 10):
            view = framing.frame(SMALL, HOME, partner, look)
            for place in (HOME, partner):
                x, y = view.pixel(place.vector)
                assert view.depth(place.vector) > 0
                assert 0.05 < x / SMALL[0] < 0.95
                assert 0.05 < y / SMALL[1] < 0.95

    def test_a_partner_added_at_the_end_changes_no_other_look(self) -> None:
        before = framing.looks_for(HOME, [PARIS, TOKYO])
        assert framing.looks_for(HOME, [PARIS, TOKYO, PRAGUE])[:2] == before

    def test_looks_differ_even_when_all_have_been_used(self) -> None:
        looks = framing.looks_for(HOME, [PARIS] * 30)
        assert len(set(looks)) == 30


class TestPictures:
    def test_the_same_drawing_gives_the_same_bytes(self) -> None:
        assert drawn(PARIS).jpeg() == drawn(PARIS).jpeg()

    def test_two_cities_differ(self) -> None:
        paris = drawn(PARIS).image.resize((24, 16))
        prague = drawn(PARIS, PRAGUE).image.resize((24, 16))
        far = sum(abs(a - b) for a, b in zip(paris.tobytes(), prague.tobytes(), strict=True)) / (24 * 16 * 3)
        assert far > 20

    @pytest.mark.parametrize(
        "scene",
        [
            scenes.draw_hero,
            scenes.draw_news,
            scenes.draw_networks,
            scenes.draw_partners,
            partial(scenes.draw_retrospective, year=2026),
        ],
    )
    def test_scenes_work_for_one_partner_and_for_many(self, scene: Callable[..., Picture]) -> None:
        for partners in ([FIJI], [PARIS, PRAGUE, TOKYO, FIJI]):
            picture = scene(HOME, partners, size=SMALL)
            assert picture.image.size == SMALL
            assert len(picture.image.getcolors(100_000) or []) > 500


@pytest.fixture(scope="module")
def opened() -> Image.Image:
    return Image.open(io.BytesIO(drawn(PARIS).jpeg()))


class TestFile:
    def test_it_is_a_progressive_jpeg(self, opened: Image.Image) -> None:
        assert opened.format == "JPEG"
        assert opened.info["progressive"]
        assert opened.size == SMALL

    def test_iptc_names_author_credit_source_and_rights(self, opened: Image.Image) -> None:
        fields = IptcImagePlugin.getiptcinfo(opened)
        assert fields is not None
        assert fields[2, 80] == b"City Relations"
        assert fields[2, 110] == b"City Relations/Natural Earth"
        assert fields[2, 115] == b"Natural Earth"
        assert fields[2, 116] == f"CC0-1.0, public domain: {CC0}".encode()

    def test_exif_names_author_and_rights(self, opened: Image.Image) -> None:
        fields = opened.getexif()
        assert fields[0x013B] == "City Relations"
        assert CC0 in fields[0x8298]

    def test_xmp_says_the_same_and_where_the_licence_stands(self, opened: Image.Image) -> None:
        about = opened.getxmp()["xmpmeta"]["RDF"]["Description"]
        assert about["creator"]["Seq"]["li"] == "City Relations"
        assert about["rights"]["Alt"]["li"]["text"].startswith("CC0-1.0")
        assert about["WebStatement"] == CC0
        assert about["Credit"] == "City Relations/Natural Earth"
        assert about["Source"] == "Natural Earth"
