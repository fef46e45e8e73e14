// Makes the pictures of the README from the finished pages: each a page at a desk and, beside it, on a phone.
//
//   SITE=public CHROMIUM=/usr/bin/chromium node docs/images/make.mjs [folder]
//
// `make pictures` builds the guide and calls it. The clock of the pages stands at noon of the edition's day, so that the same
// guide gives the same pictures on the same machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser, file } from '../../tests/browser/site.mjs';
import { palettePng } from './png.mjs';

const PICTURES = [
  { name: 'start', desk: 'index.html', phone: 'index.html' },
  { name: 'walk', desk: 'apply/single.html#go-in', phone: 'fees.html' },
  {
    name: 'tools',
    desk: 'can-i.html#filer=applicant&procedure=extension&together=none&status=engineer-humanities-international&place=japan&period=usual&expiry=2027-01-05&planned=2026-11-30',
    phone: 'errors/index.html#q=入力された情報では',
  },
];
const DESK = { width: 1200, height: 840 };
const PHONE = { width: 360, height: 760 };
const SPACE = 24;

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
const guide = readFileSync(new URL('../../guide.yaml', import.meta.url), 'utf8');
const noon = new Date(`${/^edition: (\S+)$/m.exec(guide)[1]}T12:00:00+09:00`);

/** A picture of the top of a page. */
async function shot(chromium, path, viewport, colorScheme) {
  const context = await chromium.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(noon);
  await page.goto(file(path));
  const png = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Both pictures side by side, as pixels. */
async function compose(chromium, desk, phone) {
  const page = await chromium.newPage();
  const size = { width: DESK.width + PHONE.width + 3 * SPACE, height: DESK.height + 2 * SPACE };
  const pixels = await page.evaluate(async ({ images, size, space }) => {
    const canvas = Object.assign(document.createElement('canvas'), size);
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#d9dee5';
    paper.fillRect(0, 0, size.width, size.height);
    let left = space;
    for (const source of images) {
      const image = new Image();
      image.src = source;
      await image.decode();
      const top = (size.height - image.height) / 2;
      paper.save();
      paper.beginPath();
      paper.roundRect(left, top, image.width, image.height, 12);
      paper.clip();
      paper.drawImage(image, left, top);
      paper.restore();
      left += image.width + space;
    }
    const { data } = paper.getImageData(0, 0, size.width, size.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
    return btoa(text);
  }, { images: [desk, phone], size, space: SPACE });
  await page.close();
  return { ...size, pixels: Buffer.from(pixels, 'base64') };
}

const chromium = await browser();
for (const language of ['ja', 'en']) {
  for (const { name, desk, phone } of PICTURES) {
    const images = [
      await shot(chromium, `${language}/${desk}`, DESK, 'light'),
      await shot(chromium, `${language}/${phone}`, PHONE, 'dark'),
    ];
    const png = palettePng(await compose(chromium, ...images));
    const path = join(folder, `${name}-${language}.png`);
    writeFileSync(path, png);
    console.log(`${path}: ${Math.round(png.length / 1024)} KB`);
  }
}
await chromium.close();
