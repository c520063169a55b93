"""The model: frozen values that know nothing of files, pages or programs around them."""
