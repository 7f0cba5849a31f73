"""What a denoiser saw, beside what it made of it."""

from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.viewers.pages import ReconstructionsJob, Wanted
from tests.gui.reconstructions.showing import show_run


def test_a_denoiser_shows_what_it_saw(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["denoising"])
    assert [len(tile.pictures) for tile in viewer.grid.tiles] == [3] * 20
    assert viewer.grid.row_titles == ("Noisy", "Denoised", "Clean")
    noisy, _, clean = viewer.grid.tiles[0].pictures
    assert noisy != clean


def test_an_example_gets_the_same_noise_on_every_page(digits, trained_runs):
    run, snapshot = RunFolder.open(trained_runs["denoising"]), open_snapshot(trained_runs["denoising"])

    def seen(wanted):
        page = ReconstructionsJob(digits, wanted, run.facts.scaling, run.plan.corruption)(snapshot)
        return dict(zip(page.indices, page.seen, strict=True))

    assert seen(Wanted(first=0, count=10))[7] == seen(Wanted(first=5, count=5))[7]
    worst = ReconstructionsJob(digits, Wanted("worst", 0, 5), run.facts.scaling, run.plan.corruption)(snapshot)
    assert sorted(worst.errors, reverse=True) == list(worst.errors)
