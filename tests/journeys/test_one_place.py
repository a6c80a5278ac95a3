"""What is said once is mended once: a tool's name, a person's number, the word for stressors."""

from __future__ import annotations

from journeys.driver import Driver


def test_a_tool_is_renamed_and_seen_in_four_places(app: Driver) -> None:
    app.begin("write/toolbox.tools")
    app.key("Esc", "Home", "F2", "Ctrl+A")
    app.type("Walk by the sea")
    app.key("Esc")
    app.see("Walk by the sea")  # the toolbox
    app.key("Ctrl+3")
    app.goes("read")
    app.see("Walk by the sea")
    app.see_not("Walk by the canal")
    app.reopen()
    app.key("Ctrl+F")
    app.type("what I must do walk")
    app.key("Ctrl+A")
    app.type("walk by the sea")
    app.see("Early warning signs")
    app.go_to_row("Found", "Early warning signs")
    app.key("Return")
    app.goes("write/early.must")
    app.see("Walk by the sea")  # a list's editor
    printed = app.save_whole_plan()
    assert "Walk by the sea" in printed
    assert "canal" not in printed


def test_a_number_is_mended_once(app: Driver) -> None:
    app.begin("settings/people")
    app.click("Open my address list")
    app.key("Home", "Return")
    app.tab_to("Phone, one on each line")
    app.key("Ctrl+A")
    app.type("01632 960777")
    app.tab_to("Keep it")
    app.key("Space")
    app.see("01632 960777")
    app.click("Done")
    app.key("Ctrl+3")
    app.goes("read")
    app.see("01632 960777")
    app.see_not("01632 960142")
    app.key("Ctrl+F")
    app.type("stays with me")
    app.key("Return")
    app.goes("write/crisis.supporters")
    app.see("01632 960777")
    app.key("Ctrl+4")
    app.goes("print")
    printed = app.save_whole_plan()
    assert "01632 960777" in printed
    assert "01632 960142" not in printed


def test_the_word_for_stressors_changes_all_titles_at_once(app: Driver) -> None:
    app.begin("settings/words")
    app.tab_to("Stressors")
    app.key("Right")
    app.wait(lambda: dict(app.preferences.wording) == {"upset": "triggers"})
    app.key("Ctrl+3")
    app.see("Triggers")
    app.see_not("Stressors", "stressors")
    app.click_row("In my plan", "Triggers")
    app.goes("write/upsets.things")
    app.see("Triggers")
    app.see_not("Stressor")
    assert not [question.title for question in app.framework.questions() if "tressor" in question.title + question.prompt]
    app.reopen()
    assert app.framework.part("upsets").title == "Triggers"


def test_looks_and_papers_are_chosen_and_kept(app: Driver) -> None:
    app.begin("settings/look")
    before = app.window.grab().toImage()
    for theme, choice in (("Dark", "dark"), ("High contrast", "high-contrast"), ("Light", "light")):
        app.click(theme)
        app.wait(lambda wanted=choice: app.preferences.theme == wanted)
        app.goes("settings/look")
        assert app.window.context.look.tokens.name == choice
    app.click("Dark")
    assert app.window.grab().toImage() != before
    app.click_row("Topics", "Paper")
    app.click("Letter")
    app.wait(lambda: app.preferences.paper == "letter")
    app.reopen()
    assert app.window.context.look.tokens.name == "dark"
    app.key("Ctrl+4")
    app.goes("print")
    app.see("Letter")
    assert paper_of(app.save_pdf("letter.pdf")) == (612, 792)


def paper_of(pdf) -> tuple[int, int]:
    import pikepdf

    with pikepdf.open(pdf) as opened:
        box = opened.pages[0].mediabox
        return round(float(box[2])), round(float(box[3]))
