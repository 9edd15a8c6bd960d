"""Draw the pictures of partner cities: globes, coasts and great-circle arcs.

Pure Python and Pillow; knows neither Django nor any particular city. The land
outlines are Natural Earth's (public domain), see ``README.md``.
"""

from cityrelations.drawing.picture import Picture, save_picture
from cityrelations.drawing.places import Place
from cityrelations.drawing.scenes import draw_all

__all__ = ["Picture", "Place", "draw_all", "save_picture"]
