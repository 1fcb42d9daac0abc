// How fast the page shows a release of 5,000 clusters, and its map pans and zooms, against the same circles as SVG.
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { createClioData } from "@observatory/explorer/testing";
import { chromium } from "playwright-core";
import { measureFrames } from "./explorer-page/browse-frames.js";
import { servePage } from "./explorer-page/serve-page.js";

export const name = "explorer-page";

const size = { width: 1280, height: 800 };
const frames = 240;

/**
 * Milliseconds in headless Chromium, which draws in software. The peer is what a chart library does: one SVG element a
 * circle in a group whose transform changes. Ratios above 1: ours is faster.
 */
export async function run() {
  const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined) return { skipped: "no Chromium here: set CHROMIUM_PATH to one" };
  const data = createClioData({ clusters: 5000, languages: 8, weeks: 26 });
  const served = await servePage({ big: data });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const ours = await measureOurs(browser, served.url);
    const svg = await measureSvg(browser, data);
    return {
      clusters: 5000,
      load: loadavg()[0],
      ours,
      svg,
      ratio: { pan: toRatio(svg.pan, ours.pan), zoom: toRatio(svg.zoom, ours.zoom) },
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

async function measureOurs(browser, url) {
  const page = await browser.newPage({ viewport: size });
  await page.goto(`${url}#/big/map`);
  await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
  const start = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    mapDrawn: performance.getEntriesByName("map-drawn")[0]?.startTime ?? null,
  }));
  await page.waitForTimeout(500);
  const pan = await measureFrames(page, "canvas", "pan", frames);
  const zoom = await measureFrames(page, "canvas", "zoom", frames);
  await page.goto(`${url}#/big/map?zoom=14`);
  await page.waitForTimeout(500);
  const panClose = await measureFrames(page, "canvas", "pan", frames);
  await page.close();
  return {
    firstPaint: Math.round(start.firstPaint),
    mapDrawn: Math.round(start.mapDrawn),
    pan,
    zoom,
    panClose,
  };
}

async function measureSvg(browser, data) {
  const page = await browser.newPage({ viewport: size });
  const points = data.map.points.slice(-5000);
  await page.setContent('<body style="margin:0"></body>');
  await page.evaluate((points) => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("width", "912");
    svg.setAttribute("height", "800");
    const group = document.createElementNS(space, "g");
    for (const { x, y } of points) {
      const circle = document.createElementNS(space, "circle");
      circle.setAttribute("cx", String(450 + 380 * x));
      circle.setAttribute("cy", String(400 + 380 * y));
      circle.setAttribute("r", "2.5");
      circle.setAttribute("fill", "#4a6fa5");
      group.append(circle);
    }
    svg.append(group);
    document.body.append(svg);
    const at = { x: 0, y: 0, zoom: 1 };
    const draw = () => group.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.zoom})`);
    svg.addEventListener("keydown", ({ key }) => {
      at.x += key === "ArrowLeft" ? 70 : -70;
      draw();
    });
    svg.addEventListener("wheel", ({ deltaY, clientX, clientY }) => {
      const factor = Math.exp(-deltaY * 0.0022);
      at.x = clientX - (clientX - at.x) * factor;
      at.y = clientY - (clientY - at.y) * factor;
      at.zoom *= factor;
      draw();
    });
  }, points);
  await page.waitForTimeout(500);
  const pan = await measureFrames(page, "svg", "pan", frames);
  const zoom = await measureFrames(page, "svg", "zoom", frames);
  await page.close();
  return { pan, zoom };
}

function toRatio(peer, ours) {
  return Number((peer.p50 / ours.p50).toFixed(2));
}
