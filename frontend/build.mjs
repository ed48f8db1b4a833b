// Bundles styles, scripts and fonts into Django's static folder. Called by build.py.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "../src/waakvlam/foundation/ui/static/dist");
const modules = path.join(here, "node_modules");
const paper = path.join(here, "../src/waakvlam/foundation/documents/fonts");
const paperFont = "@expo-google-fonts/noto-sans";
const theme = "@nl-design-system-unstable/voorbeeld-design-tokens";

await Promise.all((await readdir(dist)).map((name) => rm(path.join(dist, name), { recursive: true })));

const common = {
  absWorkingDir: here,
  outdir: dist,
  bundle: true,
  minify: true,
  legalComments: "none", // the licences of everything bundled are in LICENTIES.txt
  target: ["es2020", "chrome100", "firefox100", "safari15.4"],
  metafile: true,
};

const styles = await build({
  ...common,
  entryPoints: { waakvlam: "src/index.css" },
  assetNames: "[name]",
  loader: { ".woff2": "file" },
});
const scripts = await build({
  ...common,
  entryPoints: { waakvlam: "src/index.js", grafiek: "src/grafiek.js" },
  format: "esm",
});

await writeTheme();
await copyPaperFonts();
await writeLicences([...Object.keys(styles.metafile.inputs), ...Object.keys(scripts.metafile.inputs)]);

// The theme holds thousands of tokens; only those that our CSS reaches are shipped.
async function writeTheme() {
  const source = await readFile(path.join(modules, theme, "dist/theme.css"), "utf8");
  const css = await readFile(path.join(dist, "waakvlam.css"), "utf8");
  const script = await readFile(path.join(here, "src/grafiek.js"), "utf8");
  const tokens = new Map(
    [...source.matchAll(/^\s*(--[\w-]+):\s*(.+?);/gm)].map(([, name, value]) => [name, value]),
  );
  const wanted = new Set();
  const reach = (text) => {
    for (const [name] of text.matchAll(/--[\w-]+/g)) {
      if (wanted.has(name) || !tokens.has(name)) continue;
      wanted.add(name);
      reach(tokens.get(name));
    }
  };
  reach(css);
  reach(script);
  const lines = [...tokens].filter(([name]) => wanted.has(name)).map(([name, value]) => `${name}:${value}`);
  // The bundled font is Noto Sans only: headings take the text font instead of the theme's serif.
  lines.push("--basis-heading-font-family:var(--basis-text-font-family-default)");
  const header = `/* ${theme}, EUPL-1.2, Copyright (c) 2021 NL Design System Community */\n`;
  await writeFile(path.join(dist, "thema-voorbeeld.css"), `${header}.voorbeeld-theme{${lines.join(";")}}\n`);
}

// Documents on paper are set in the font of the screens; the setter reads only fonts that are not packed for the web.
async function copyPaperFonts() {
  await rm(paper, { recursive: true, force: true });
  await mkdir(paper);
  for (const style of ["400Regular", "400Regular_Italic", "700Bold"]) {
    const file = `NotoSans_${style}.ttf`;
    await copyFile(path.join(modules, paperFont, style, file), path.join(paper, file));
  }
  await copyFile(path.join(modules, paperFont, "LICENSE_FONT"), path.join(paper, "LICENTIE.txt"));
}

async function writeLicences(inputs) {
  const names = new Set([theme]);
  for (const input of inputs) {
    const match = input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (match) names.add(match[1]);
  }
  const texts = new Map();
  for (const name of [...names].sort()) {
    const folder = path.join(modules, name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const text = file ? await readFile(path.join(folder, file), "utf8") : `${license}\n`;
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...texts].map(([text, packages]) => `${packages.join("\n")}\n\n${text}`);
  await writeFile(path.join(dist, "LICENTIES.txt"), parts.join(`\n${"=".repeat(78)}\n\n`));
}
