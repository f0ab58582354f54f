"""Names to actors in time: who is meant by موسكو, the Kremlin or Lavrov, and whom they served on a day."""

from ahlaf.actors.archigos import load_archigos
from ahlaf.actors.gazetteer import Gazetteer, Resolution, gazetteer
from ahlaf.actors.names import NameKind, Naming
from ahlaf.actors.persons import Person, Term

__all__ = ["Gazetteer", "NameKind", "Naming", "Person", "Resolution", "Term", "gazetteer", "load_archigos"]
