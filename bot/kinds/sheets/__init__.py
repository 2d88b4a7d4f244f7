"""A sheet of paper on a photo: where it lies, how its print stands, and the sheet alone, flat and evenly lit."""
