"""Sphinx settings: assignments only; what needs logic is an extension in _ext/."""

import os
import sys
from importlib.metadata import version as package_version
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "nnnotes"
author = "nnnotes developers"
copyright = "2026, nnnotes developers"
version = release = package_version("nnnotes")
language = "ko"
locale_dirs = ["locale"]

extensions = [
    "lean_builds",
    "failures",
    "unfinished",
    "toctree_circles",
    "myst_nb",
    "executed_pages",  # before the gallery, to use its time
    "sphinx.ext.autodoc",
    "numpydoc",
    "sphinx_gallery.gen_gallery",
    "sphinxcontrib.bibtex",
    "bibliography",
    "sphinx_copybutton",
    "sphinx_design",
    "npm_assets",
    "formulas",
    "film",
    "exercises",
    "live_cells",
    "labs",
    "execution_table",
    "note_items",
    "gallery_pages",
    "api_examples",
    "code_links",
    "notebook_downloads",
    "korean_docstrings",
    "korean_search",
    "search_glossary",
    "notfound.extension",
    "discoverable",
    "images",
    "hosting",
    "bundles",
    "epub_book",
    "downloads",
]
exclude_patterns = [
    "_build",
    "_ext",
    "node_modules",
    "gallery/**/*.ipynb",  # myst-nb would take these for pages and shadow the gallery's own
    "gallery/**/*.py",
]
templates_path = ["_templates"]
nitpicky = True
suppress_warnings = [
    "sphinx_gallery.example_error",  # gallery_pages reports these
    "sphinx_gallery.space_in_filename",  # the folder that the project is in may have one
]

# Pages: executed_pages runs them, myst-nb renders what came out.
nb_custom_formats = {".md": ["executed_pages.read_page", {}, False]}
nb_execution_mode = "off"
executed_pages_reads = {
    "chapters/frameworks": [
        "frameworks/*.json",
        "frameworks/*.py",
        "frameworks/results/*.json",
        "frameworks/models/*.onnx",
    ],
}
note_items_complete = True
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
numfig = True
math_number_all = False

# API pages
autosummary_generate = False  # numpydoc loads it; it would import the package in every build
autodoc_typehints = "none"
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
numpydoc_xref_param_type = False

bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "unsrt"
bibtex_cite_id = "cite-{key}"  # stable, so that an edit leaves other pages' links alone
bibtex_reference_style = "author_year"

sphinx_gallery_conf = {
    "examples_dirs": "../gallery",
    "gallery_dirs": "gallery",
    "filename_pattern": r"/plot_",
    "reset_modules": ("gallery_pages.prepare_figures",),
    "within_subsection_order": "ExampleTitleSortKey",
    "image_scrapers": ("gallery_pages",),
    "download_all_examples": False,
    "write_computation_times": False,
    "show_signature": False,
    "show_memory": False,
    "min_reported_time": 1e9,
    "copyfile_regex": r".*\.rst",
    "reference_url": {"nnnotes": None},
    "doc_module": ("nnnotes",),
    "backreferences_dir": "gallery/backreferences",
    "inspect_global_variables": False,
    "plot_gallery": True,
    "remove_config_comments": True,
    "thumbnail_size": (400, 280),
    "image_srcset": [],
}

html_theme = "furo"
html_title = "nnnotes: 실행하며 배우는 신경망"
html_favicon = "_static/icon.svg"
html_static_path = ["_static"]
html_css_files = ["nnnotes.css"]
html_js_files = ["copybutton-ko.js", "arrive.js"]
bundles_only = {  # files that only pages with this mark (or under this name) need
    "sphinx-design.min.css": 'class="sd-',
    "design-tabs.js": "sd-tab-set",
    "sg_gallery.css": "gallery/",
    "sg_gallery-binder.css": "sg-binder",
    "sg_gallery-dataframe.css": "dataframe",
    "sg_gallery-rendered-html.css": "sg-rendered",
    "sg-tags.js": "sg-tag-list",
    "katex/katex.min.css": 'class="katex',
    "labs/labs.css": "data-lab",
    "labs/load.js": "data-lab",
    "film.css": "computed film",
    "film.js": "computed film",
}
bundles_unused = [  # colours of terminals, line numbers, banners, ads, boxes, moving buttons
    ".-Color",
    "td.linenos",
    "linenos.special",
    ".highlighttable",
    ".announcement",
    "viewcode-",
    ".tag_scroll",
    ".config_scroll",
    "details.hide",
    "pasted-",
    ".no-js .theme-toggle-container",
    "#furo-readthedocs-versions",
    "#furo-sidebar-ad-placement",
    ".this-will-duplicate-information",
    *(f".sd-{kind}" for kind in ("btn", "bg-", "outline", "text-", "dropdown", "step", "border")),
    *(f".sd-{kind}" for kind in ("avatar", "animate", "aside", "accordion", "badge")),
]
bundles_apart = ["katex/pages/", "live/start.js", "searchtools.js", "language_data.js"]
html_math_renderer = "prerendered"
html_scaled_image_link = False
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
html_baseurl = os.environ.get("NNNOTES_BASE_URL", "")
notfound_urls_prefix = urlsplit(html_baseurl).path.rstrip("/") + "/"
notfound_template = "404.html"
notfound_context = {"title": "쪽을 찾지 못했습니다"}
html_search_options = {  # see korean_search; search_glossary adds the terms of the glossary
    "synonyms": [
        "알렉스넷, AlexNet",
        "이미지넷, ImageNet",
        "힌턴, 힌튼, Hinton",
        "튜링, Turing",
        "로젠블랫, 로젠블라트, Rosenblatt",
        "케라스, Keras",
        "손글씨 숫자, digits",
        "오타, 바로잡은 곳, 정오표, 오류 정정",
    ],
    "places": {
        "NumPy": ["chapters/tensors"],
        "ImageNet": ["chapters/history"],
        "바로잡은 곳": ["reference/notes"],
    },
    "weights": {
        "gallery/": 0.8,
        "reference/": 0.8,
        "reference/notes": 0.5,
        "execution": 0.3,
        "/index": 0.5,
    },
}
html_theme_options = {"navigation_with_keys": False, "top_of_page_buttons": []}
epub_title = "실행하며 배우는 신경망"
epub_description = "신경망이 무엇인지 한국어로, 코드를 실행하며 배우는 책"
epub_contributor = author
epub_copyright = "코드: BSD-3-Clause, 글과 그림: CC BY 4.0"
epub_uid = "book"
epub_identifier = "urn:uuid:9e4761c0-ba86-5092-a0ee-7fc1da6b3bfd"  # of this book, for ever
epub_cover = ("_static/cover.png", "epub-cover.html")
epub_tocdepth = 2
epub_tocscope = "includehidden"
epub_tocdup = False
epub_show_urls = "no"
epub_use_index = False

pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"

copybutton_selector = (
    "div:is(.highlight-ipython3, .highlight-python, .highlight-Python, .highlight-bash) pre"
)
copybutton_exclude = ".linenos, .gp, .go"
