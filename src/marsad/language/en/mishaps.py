"""Words of accidents on the road, of disease and of disasters of nature, whose dead and injured are no figures of a conflict."""

from marsad.language.en.forms import nouns, split
from marsad.language.pack import Table

WORDS: Table = {
    "MISHAP": {
        "road": nouns("road_accident traffic_accident car_accident bus_accident car_crash:car_crashes bus_crash:bus_crashes road_crash:road_crashes train_crash:train_crashes"),
        "disease": nouns("virus:viruses epidemic pandemic heart_attack stroke disease outbreak cancer food_poisoning:")
        + split("cholera coronavirus covid-19 covid malaria ebola measles polio diphtheria dengue influenza flu meningitis smallpox mpox typhoid"),
        "disaster": nouns("earthquake quake aftershock flood landslide mudslide hurricane cyclone typhoon tornado:tornadoes heatwave wildfire tsunami avalanche drought")
        + split("flooding floodwaters"),
    }
}  # fmt: skip
