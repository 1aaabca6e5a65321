"""The materials of one method for so many people."""

from __future__ import annotations

from facilitation.domain.guide import MaterialPer
from facilitation.planning.method_materials import method_materials
from tests.builders import a_material, a_method


def test_materials_are_counted_for_the_people_with_the_reserve() -> None:
    materials = (
        a_material("Card", 2),
        a_material("Cloth", 1, MaterialPer.TABLE),
        a_material("Bell", 1, MaterialPer.EVENT),
    )

    found = method_materials(a_method(materials=materials), 20)

    assert [(total.name.en, total.quantity) for total in found] == [
        ("Card (en)", 44),
        ("Cloth (en)", 5),
        ("Bell (en)", 1),
    ]


def test_a_cafe_has_a_facilitator_at_each_table() -> None:
    material = a_material("Guide", 1, MaterialPer.FACILITATOR)

    in_a_cafe = method_materials(a_method("world_cafe", materials=(material,)), 40)
    in_a_plenary = method_materials(a_method(materials=(material,)), 40)

    assert [total.quantity for total in (*in_a_cafe, *in_a_plenary)] == [8, 1]
