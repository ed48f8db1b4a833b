// Bars and lines from the JSON beside the chart. The table under it is the accessible version.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const COLOURS = [
  "--basis-color-accent-1-color-default",
  "--basis-color-warning-border-default",
  "--basis-color-info-color-hover",
  "--basis-color-positive-border-default",
  "--basis-color-negative-border-default",
  "--basis-color-default-border-default",
];
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
const DASHES = ["solid", "dashed", "dotted"];

const number = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 });
const money = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR", maximumFractionDigits: 2 });

const wholeMoney = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

const formats = {
  geld: (value) => money.format(value),
  procent: (value) => `${number.format(value)}%`,
  getal: (value) => number.format(value),
};

function series(data, still) {
  return data.reeksen.map((line, index) => ({
    name: line.naam,
    data: line.waarden,
    type: data.soort === "lijn" ? "line" : "bar",
    stack: data.gestapeld ? "totaal" : undefined,
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { width: 2.5, type: DASHES[index % DASHES.length] },
    barMaxWidth: 44,
    itemStyle: data.soort === "lijn" || data.gestapeld ? {} : { borderRadius: [3, 3, 0, 0] },
    animation: !still,
  }));
}

function options(data, style) {
  const token = (name) => style.getPropertyValue(name).trim();
  const ink = token("--basis-color-default-color-document");
  const line = token("--basis-color-default-bg-active");
  const format = formats[data.eenheid] ?? formats.getal;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const many = data.reeksen.length > 1;
  const label = { color: ink, fontSize: 13 };
  const numbers = { type: "value", axisLabel: { ...label, formatter: data.eenheid === "geld" ? (value) => wholeMoney.format(value) : format }, splitLine: { lineStyle: { color: line } } };
  const names = {
    type: "category",
    data: data.x,
    axisLabel: { ...label, hideOverlap: true, interval: data.x.length <= 12 || data.liggend ? 0 : "auto" },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    inverse: Boolean(data.liggend),
  };
  return {
    animation: !still,
    color: COLOURS.map(token).filter(Boolean),
    textStyle: { fontFamily: style.fontFamily, color: ink },
    aria: { enabled: true, decal: { show: many && data.soort !== "lijn" } },
    grid: { left: 8, right: 16, top: many ? 40 : 16, bottom: 10, containLabel: true },
    legend: many ? { top: 0, left: 0, itemGap: 16, textStyle: label } : undefined,
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      axisPointer: { type: data.soort === "lijn" ? "line" : "shadow" },
      valueFormatter: (value) => (value === null || value === undefined ? "niet bekend" : format(value)),
    },
    xAxis: data.liggend ? numbers : names,
    yAxis: data.liggend ? names : numbers,
    series: series(data, still),
  };
}

export function draw(figure) {
  const data = JSON.parse(document.getElementById(figure.dataset.bron).textContent);
  const place = figure.querySelector(".wv-grafiek__vlak");
  figure.dataset.getekend = "ja";
  figure.classList.add("wv-grafiek--getekend");
  const chart = init(place, null, { renderer: "svg" });
  chart.setOption(options(data, getComputedStyle(figure)));
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", figure.dataset.naam);
  new ResizeObserver(() => chart.resize()).observe(place);
}
