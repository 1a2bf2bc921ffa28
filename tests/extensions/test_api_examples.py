"""Which examples an API page shows, and that it follows when an example changes."""

from test_gallery_pages import gallery  # noqa: F401

PAGE = """# 쪽

```{eval-rst}
.. automodule:: nnnotes.gates
   :members: AND, OR
   :ignore-module-all:
```
"""


def test_an_api_page_follows_the_examples(gallery):  # noqa: F811
    gallery.names += ["sphinx.ext.autodoc", "numpydoc", "api_examples", "code_links"]
    gallery.more = gallery.more.replace(
        "sphinx_gallery_conf = {",
        'sphinx_gallery_conf = {"doc_module": ("nnnotes",), "backreferences_dir": "back",',
    )
    gallery.write("index.md", "# 쪽\n\n```{toctree}\ngallery/index\napi\n```\n")
    gallery.write("api.md", PAGE)
    example = gallery.folder.parent / "gallery" / "topic" / "plot_line.py"
    for used in ("AND", "OR"):
        example.write_text(gallery.example.replace("[1, 2]", f"[1, nn.{used}(1, 1)]"), "utf-8")
        done = gallery.build()
        assert done.returncode == 0, done.stderr
        described = gallery.html("api").split('id="nnnotes.gates.')
        for part in described[1:]:
            name = part.partition('"')[0]
            assert ("sphx-glr-thumbcontainer" in part) == (name == used), (name, used)
        assert f'href="../../api.html#nnnotes.gates.{used}"' in gallery.html(
            "gallery/topic/plot_line"
        )
