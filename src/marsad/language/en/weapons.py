"""The words of violence in English news: events, verbs, weapons and the manner of an attack, each with the means it states.

A value of None is an attack whose means the word does not state ("attack", "targeted").
"""

from marsad.language.en.forms import continuous, nouns, split, verbs
from marsad.language.en.places import TOLD_AGAIN
from marsad.language.pack import Table

_STRIKES: dict[str | None, list[str]] = {
        "shelling": nouns(
            "shelling bombardment cannonade barrage rocket_attack missile_attack mortar_attack artillery_attack rocket_strike missile_strike artillery_strike rocket_fire: mortar_fire: artillery_fire: "
            "shell_fire: tank_fire: missile_launch rocket_launch rocket_barrage artillery_shelling: rocket_shelling: artillery_bombardment: rocket_and_artillery_fire: artillery_and_rocket_fire: cross-border_fire: "
            "salvo missile_barrage rocket_and_missile_attack indirect_fire:"
        ),
        "airstrike": nouns(
            "airstrike air_strike air-strike air_raid air_attack aerial_attack aerial_bombardment aerial_bombing air_bombardment bombing_raid bombing_run bombing_campaign air_campaign air_assault aerial_strike aerial_raid aerial_aggression: "
            "warplane_strike sortie airdrop_of_bombs"
        ),
        "drone": nouns("drone_strike drone_attack drone_bombing UAV_strike UAV_attack drone_raid"),
        "explosion": nouns("explosion blast detonation car_bombing car_bomb_attack car_bomb_explosion car_bomb_blast bomb_attack bomb_blast bomb_explosion IED_explosion IED_attack roadside_bombing truck_bombing mine_explosion landmine_explosion"),
        "suicide": nouns("suicide_bombing suicide_attack suicide_bomb_attack suicide_car_bombing suicide_blast suicide_explosion suicide_operation"),
        "clash": nouns(
            "clash fighting: battle combat offensive assault firefight gunbattle gun_battle armed_confrontation confrontation ambush incursion infiltration military_operation military_offensive military_assault ground_attack ground_assault ground_offensive "
            "ground_operation counteroffensive counter-offensive counter-attack counterattack skirmish infighting: storming invasion infiltration_attempt hostilities: exchange_of_fire exchanges_of_fire: street_fighting: armed_clash military_campaign raid_and_clash"
        ),
        "shooting": nouns("shooting gunfire: sniper_fire: sniping: gun_attack armed_attack heavy_gunfire: machine_gun_fire: random_shooting small_arms_fire: shooting_attack firing: drive-by_shooting"),
        "assassination": nouns("assassination assassination_attempt assassination_operation"),
        "execution": nouns("execution beheading field_execution public_execution"),
        "arrest": nouns("arrest_campaign arrest_operation arrest_raid raid_and_arrest_campaign"),
        "abduction": nouns("kidnapping abduction"),
        "other": nouns("stabbing stabbing_attack gas_attack chemical_attack chemical_weapons_attack poison_gas_attack ramming car-ramming_attack knife_attack poison_attack chlorine_attack sarin_attack"),
        None: nouns("strike attack aggression: bombing massacre raid act_of_aggression terrorist_attack terror_attack onslaught targeting:"),
}  # fmt: skip

_STRUCK: dict[str | None, str] = {
        "shelling": "shell bombard pound mortar fire:fired_shells",
        "airstrike": "airstrike",
        "explosion": "explode detonate blow:blew:blown_up go:went:gone_off",
        "clash": "battle fight:fought clash storm raid ambush infiltrate assault invade overrun:overran:overrun:overrunning",
        "shooting": "open:opened_fire open:opened_fire_on open:opened_fire_at open:opened_fire_upon snipe gun:gunned:gunned:gunning_down shoot:shot shoot:shot_at shoot:shot_dead shoot:shot_to_death exchange:exchanged_fire trade:traded_fire",
        "assassination": "assassinate",
        "execution": "execute behead hang:hanged",
        "arrest": "arrest detain apprehend round:rounded_up",
        "abduction": "kidnap:kidnapped abduct take:took:taken_hostage",
        "other": "stab:stabbed gas:gassed shoot:shot_down down:downed",
        None: "rip:ripped_through tear:tore:torn_through slam:slammed_into target bomb strike:struck hit:hit::hitting attack blast",
}  # fmt: skip
_TARGETS: dict[str | None, list[str]] = {
        None: nouns("bus:buses car truck lorry:lorries minibus:minibuses taxi train ambulance boat ship tanker tent tractor motorcycle motorbike pickup"),
        "home": nouns("house home residential_building building apartment family_home residential_neighborhood residential_area residential_neighbourhood civilian_house"),
        "market": nouns("market shop store souk marketplace"),
        "hospital": nouns("hospital clinic ambulance medical_point field_hospital medical_center medical_centre"),
        "school": nouns("school university:universities kindergarten"),
        "worship": nouns("mosque church:churches"),
        "camp": nouns("camp displaced_camp refugee_camp"),
        "aid": nouns("aid_convoy humanitarian_convoy aid_truck aid_warehouse"),
        "press": nouns("press_vehicle media_office"),
        "infrastructure": nouns("gas_station petrol_station fuel_station filling_station power_station power_plant water_station bridge dam airport port refinery:refineries oil_field factory:factories bakery:bakeries pipeline warehouse runway"),
        "military": nouns(
            "position post military_position military_post military_base base barracks: headquarters: checkpoint patrol convoy military_vehicle depot weapons_depot ammunition_depot stronghold site target vehicle trench military_site gathering outpost training_camp "
            "military_checkpoint battle_tank main_battle_tank air_defence_system air_defense_system hideout"
        ),
}  # fmt: skip
_WRECKED: dict[str | None, str] = {
    None: "destroy demolish raze flatten",
    "other": "burn burn:burned_down torch loot ransack set:set:set:setting_fire_to",
}
_MORE = {"airstrike": "bombed_from_the_air", "explosion": "blew blown"}

WORDS: Table = {
    "STRIKE": {means: [article + form for form in forms for article in ("", "the ")] for means, forms in _STRIKES.items()},
    "THE_STRIKE": {"the": [f"the {form}" for forms in _STRIKES.values() for form in forms]},
    "STRUCK": {means: verbs(forms) + split(_MORE.get(means or "", "")) for means, forms in _STRUCK.items()},
    "TRANSITIVE": {None: [form for forms in _STRUCK.values() for form in verbs(forms)]},
    "STRIKING": {None: [form for forms in _STRUCK.values() for form in continuous(forms)]},
    "WRECKED": {means: verbs(forms) for means, forms in _WRECKED.items()},
    "WRECKING": {None: [form for forms in _WRECKED.values() for form in continuous(forms)]},
    "NO_WEAPON": {None: split("tear_gas natural_gas gas_field gas_pipeline gas_plant")},
    "USUAL": {"airstrike": [article + form for form in nouns("strike raid") for article in ("", "the ")]},
    "FOUGHT": {"clash": verbs("battle fight:fought clash")},
    "FIRE": {"shooting": split("fire live_fire live_ammunition gunshots bullets")},
    "ASSAULT": {"assault": nouns("attack assault raid") + verbs("attack assault")},
    "HIT": {None: verbs("hit:hit::hitting strike:struck land affect reach rock shake:shook:shaken jolt rattle engulf")},
    "WEAPON": {
        "shelling": nouns(
            "shell artillery_shell mortar_shell rocket_shell rocket missile mortar artillery: mortar_round mortar_bomb howitzer tank_shell ballistic_missile cruise_missile guided_missile heavy_weapons: heavy_artillery: multiple_rocket_launcher "
            "rocket_launcher projectile grad_rocket katyusha mortar_grenade surface-to-surface_missile heavy_weapon explosive_shell cannon missile_launcher rocket_and_artillery_shells:"
        ),
        "airstrike": nouns("barrel_bomb barrel cluster_bomb cluster_munition vacuum_bomb thermobaric_bomb bunker_buster"),
        "drone": nouns("explosive_drone suicide_drone kamikaze_drone booby-trapped_drone armed_drone drone_bomb"),
        "explosion": nouns(
            "bomb car_bomb IED improvised_explosive_device explosive_device landmine land_mine mine booby_trap roadside_bomb truck_bomb motorcycle_bomb vehicle_bomb sticky_bomb grenade hand_grenade explosive_charge unexploded_ordnance: war_remnant remnants_of_war: "
            "booby-trapped_car booby-trapped_vehicle booby-trapped_motorcycle explosive unexploded_bomb unexploded_shell VBIED explosive_belt:"
        )
        + split("explosives booby-trapped rigged_with_explosives"),
        "suicide": nouns("suicide_bomber suicide_car_bomb suicide_vest explosives_belt explosive_vest suicide_bomb suicide_attacker"),
        "shooting": nouns("bullet sniper machine_gun machinegun gunshot sniper_bullet live_bullet firearm small_arms: gun rifle"),
        "other": nouns("knife:knives chlorine: sarin: chlorine_gas: toxic_gas:toxic_gases poison_gas: chemical_weapon nerve_agent gas: chemical"),
    },
    "MANNER": {
        "airstrike": split("aerial air airborne"),
        "suicide": split("suicide"),
        "clash": split("ground"),
        "shelling": split("surface-to-surface"),
        None: split(
            "heavy heavily intense intensive intensively violent fierce fiercely indiscriminate indiscriminately random randomly repeated sporadic deadly double massive new recent fresh latest continued continuous ongoing terrorist terror cross-border "
            "pre-dawn overnight surprise similar separate direct daily renewed limited successive consecutive simultaneous brutal barbaric suspected alleged reported the_latest coordinated major another_round_of series_of wave_of waves_of dozens_of_such targeted precision retaliatory"
        ),
    },
    "LAUNCHED": {
        "launched": verbs("launch carry:carried_out conduct perform mount wage stage perpetrate commit execute fire drop:dropped unleash step:stepped_up intensify renew resume respond:responded_with retaliate:retaliated_with begin:began:begun:beginning start lob:lobbed hurl throw:threw:thrown "
                          "plant place:placed_a detonate explode set:set:set:setting_off use undertake:undertook rain:rained_down pepper shower implement stage increase escalate expand")
    },
    "SUFFERED": {"suffered": verbs("come:came:come_under witness suffer face") + split("subjected_to exposed_to has_seen have_seen had_seen the_scene_of subjected under_fire_from subject_to bore_the_brunt_of bearing_the_brunt_of hit_by struck_by targeted_by targeted_in rocked_by")},
    "HAPPENED": {"happened": verbs("occur happen take:took:taken_place break:broke:broken_out erupt land fall:fell:fallen continue rock shake:shook go:went:gone_off explode detonate hit:hit::hitting strike:struck")},
    "CLAIMED": {
        "claimed": verbs("claim:claimed_responsibility_for claim:claimed_credit_for take:took:taken_responsibility_for") + split("claim_of_responsibility_for said_it_was_behind said_it_carried_out")
    },
    "REPELLED": {"repelled": verbs("repel:repelled::repelling repulse fend:fended_off beat:beat:beaten_back beat:beat:beaten_off")},
    "HABIT": {"habit": split("daily near-daily almost_daily regularly on_a_daily_basis frequently on_an_almost_daily_basis routinely constantly from_time_to_time")},
    "VIA": {"via": split("via using with by_means_of through")},
    "EQUIPPED": {"with": split("equipped_with armed_with mounted_with fitted_with")},
    "ANOTHER": {"another": split("similar another separate second third previous")},
    "SUPPORT": {"support": split("backed_by_air with_the_support_of with_air_support supported_by with_air_cover with_the_help_of under_the_cover_of")},
    "TARGET": {sort: forms + [f"the {form}" for form in forms if form in TOLD_AGAIN] for sort, forms in _TARGETS.items()},
    "POSTED": {"posted": split("stationed_in stationed positioned_in positioned located_in based_in coming_from fired_from launched_from stationed_at deployed_in from_areas_held_by based_at located_at stationed_near from_areas_controlled_by from_the_direction_of coming_from_the_direction_of from_positions_in")},
    "BOMBER": {"suicide": nouns("suicide_bomber suicide_attacker suicide_car_bomber")},
    "DROVE": {"drove": verbs("drive:drove:driven ram:rammed crash target walk")},
    "UNREAL": {
        "unreal": split(
            "plan plans planned planning threat threats threatened threatening threatens fear fears feared prevent preventing prevented stop stopping halt halting end ending avoid avoiding possible potential warned_of warning_of in_case_of in_the_event_of foil foiled foiling thwart thwarted "
            "accused_of_planning preparing prepare prepared preparations fight_against war_against combat combating ready imminent any any_new avert no_reports_of no_report_of no_sign_of no_evidence_of condemn condemned condemns condemning denounced denounces rejection_of against_any no deter training_for exercise drills "
            "intends intended wants vowed vows pledge pledged considering authorised authorized call_for calls_for called_for called_on"
        )
    },
    "TRUCE": {"truce": split("ceasefire cease-fire truce cessation_of_hostilities")},
    "STANCE_OF": {"of": split("alleged")},
    "KEPT": {None: split("manned_by guarded_by staffed_by inhabited_by populated_by frequented_by used_by owned_by protected_by escorted_by patrolled_by")},
    "AGAINST": {"against": ["against"]},
}  # fmt: skip
