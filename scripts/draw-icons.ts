import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

/** Draws the icons of the extension (public/icon) from the shapes below: `node scripts/draw-icons.ts`. */
const folder = fileURLToPath(new URL('../public/icon/', import.meta.url));
const ground = '#0d5c60';
const plug = '#ffffff';

const large = `
  <g fill="${plug}">
    <rect x="10" y="3" width="3" height="7" rx="1"/>
    <rect x="19" y="3" width="3" height="7" rx="1"/>
    <path d="M6 9h20v7a10 8.5 0 0 1-20 0z"/>
    <rect x="14.5" y="23" width="3" height="6" rx="1"/>
  </g>
  <path d="M8 16h4.5l2.5-5 3.5 9 2-4H24" fill="none" stroke="${ground}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

const small = `
  <g fill="${plug}">
    <rect x="4" y="1" width="2" height="4"/>
    <rect x="10" y="1" width="2" height="4"/>
    <path d="M2 4h12v4.5a6 4.5 0 0 1-12 0z"/>
    <rect x="7" y="12" width="2" height="3"/>
  </g>
  <path d="M3.5 8.5h2.25L7 5.75l2 5 1.25-2.25h2.25" fill="none" stroke="${ground}" stroke-width="1.3" stroke-linejoin="round"/>`;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
await mkdir(folder, { recursive: true });
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${drawing(size)}</body>`);
  await writeFile(`${folder}${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

/** A plug with a pulse line through it. In 16 pixels it stands on whole pixels, and the line is one beat. */
function drawing(size: number): string {
  return size < 32 ? framed(size, 16, small) : framed(size, 32, large);
}

function framed(size: number, box: number, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${box} ${box}" style="display:block">
    <rect width="${box}" height="${box}" rx="${box * 0.22}" fill="${ground}"/>${shapes}</svg>`;
}
