/** The map: countries drawn from files the desk serves, incidents as points only where the place is exact or near. */
import "maplibre-gl/dist/maplibre-gl.css";
import { Map, NavigationControl, Popup, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { LIT } from "./twins";

interface Mark {
  id: string;
  label: string;
  href: string;
  exact: boolean;
  count: number;
}

/** A colour of the page, so that the map follows its theme. */
function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

async function world(address: string): Promise<GeoJSON.FeatureCollection> {
  const topology = (await (await fetch(address)).json()) as Topology<{ countries: GeometryCollection }>;
  const countries = feature(topology, topology.objects.countries);
  for (const { geometry } of countries.features) {
    if (geometry.type === "Polygon") geometry.coordinates = geometry.coordinates.map(unrolled);
    if (geometry.type === "MultiPolygon") geometry.coordinates = geometry.coordinates.map((rings) => rings.map(unrolled));
  }
  return countries;
}

/** A ring that goes on beyond 180 degrees where it crosses that meridian: the file's jump to -180, and a map fills the sea on the way. */
function unrolled(ring: GeoJSON.Position[]): GeoJSON.Position[] {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  const out = ring.map(([longitude = 0, latitude = 0]) => {
    turns += longitude - before > 180 ? -360 : longitude - before < -180 ? 360 : 0;
    before = longitude;
    return [longitude + turns, latitude];
  });
  const [first, last] = [out[0]?.[0] ?? 0, out.at(-1)?.[0] ?? 0];
  return turns ? [...out, [last, -90], [first, -90], out[0] ?? []] : out; // one that goes round the pole
}

function style(countries: GeoJSON.FeatureCollection, marks: GeoJSON.FeatureCollection, tiles: string | undefined): StyleSpecification {
  const base: StyleSpecification = {
    version: 8,
    sources: {
      world: { type: "geojson", data: countries },
      marks: { type: "geojson", data: marks, promoteId: "id" },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink("--sea") } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": ink("--sheet") } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": ink("--edge"), "line-width": 0.7 } },
      {
        id: "areas", type: "circle", source: "marks", filter: ["!", ["get", "exact"]],
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["zoom"], 2, 10, 7, 46],
          "circle-color": ink("--band"), "circle-opacity": 0.22,
          "circle-stroke-color": ink("--edge"), "circle-stroke-width": 1, "circle-stroke-opacity": 0.6,
        },
      },
      {
        id: "points", type: "circle", source: "marks", filter: ["get", "exact"],
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 5, 12, 16],
          "circle-color": ["case", ["boolean", ["feature-state", "lit"], false], ink("--review"), ink("--link")],
          "circle-opacity": 0.75, "circle-stroke-color": ink("--sheet"), "circle-stroke-width": 1.5,
        },
      },
      {
        id: "names", type: "symbol", source: "marks", minzoom: 4,
        layout: {
          "text-field": ["get", "label"], "text-font": ["Noto Sans Arabic", "Noto Sans"], "text-size": 13,
          "text-offset": [0, 1.1], "text-anchor": "top", "text-optional": true,
        },
        paint: { "text-color": ink("--ink"), "text-halo-color": ink("--sheet"), "text-halo-width": 1.5 },
      },
    ],
  };
  if (tiles) {
    base.sources.tiles = { type: "raster", tiles: [tiles], tileSize: 256 };
    base.layers.splice(3, 0, { id: "tiles", type: "raster", source: "tiles" });
  }
  return base;
}

function bounds(marks: GeoJSON.FeatureCollection): [number, number, number, number] | null {
  const points = marks.features.flatMap((f) => (f.geometry?.type === "Point" ? [f.geometry.coordinates as [number, number]] : []));
  if (!points.length) return null;
  const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

export async function draw(box: HTMLElement): Promise<void> {
  const { map: source, world: shapes, worker, tiles } = box.dataset;
  if (!source || !shapes || !worker || box.dataset.drawn === source) return;
  box.dataset.drawn = source;
  const [countries, marks] = await Promise.all([
    world(shapes),
    fetch(source).then((answer) => answer.json() as Promise<GeoJSON.FeatureCollection>),
  ]);
  await document.fonts.ready;
  setWorkerUrl(worker);
  box.replaceChildren();
  const map = new Map({
    container: box, style: style(countries, marks, tiles), center: [41, 33], zoom: 3.6, attributionControl: false, dragRotate: false,
    locale: JSON.parse(box.dataset.words ?? "{}") as Record<string, string>,
    canvasContextAttributes: { preserveDrawingBuffer: box.dataset.keep === "true" },
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-left");
  const frame = bounds(marks);
  if (frame) map.fitBounds(frame, { padding: 48, maxZoom: 8, animate: false });
  map.on("click", (event) => {
    const hit = map.queryRenderedFeatures(event.point, { layers: ["points", "areas"] })[0];
    if (!hit) return;
    const mark = hit.properties as Mark;
    const link = document.createElement("a");
    link.href = mark.href;
    link.textContent = mark.label;
    link.dir = "auto";
    new Popup({ closeButton: false }).setLngLat(event.lngLat).setDOMContent(link).addTo(map);
  });
  for (const layer of ["points", "areas"]) {
    map.on("mousemove", layer, (event) => tell(event.features?.[0]?.properties.id as string | undefined));
    map.on("mouseleave", layer, () => tell(undefined));
  }
  let told: string | undefined;
  const tell = (id: string | undefined): void => {
    if (id === told) return;
    for (const [which, on] of [[told, false], [id, true]] as const) {
      if (which) document.dispatchEvent(new CustomEvent(LIT, { detail: { id: which, on } }));
    }
    told = id;
  };
  document.addEventListener(LIT, (event) => {
    const { id, on } = (event as CustomEvent<{ id: string; on: boolean }>).detail;
    if (map.getSource<GeoJSONSource>("marks")) map.setFeatureState({ source: "marks", id }, { lit: on });
  });
  map.once("idle", () => (box.dataset.ready = "true"));
}
