import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageTexts } from '../../shared/messages/package';
import type { Language } from '../../shared/messages/text';
import { escapeHtml } from '../documents/html-entities';
import type { SealedPackage } from './seal-package';

/**
 * The one file: a page that asks for the password, decrypts and shows. Nothing from outside it, no script but the one in it, and no word of the content before the
 * password. `resources` is where `package/` with the script and the style is.
 */
export async function packagePage(sealed: SealedPackage, language: Language, resources: string): Promise<string> {
  const [script, style] = await Promise.all(
    ['reader.js', 'style.css'].map((name) => readFile(join(resources, 'package', name), 'utf8')),
  );
  const { data, ...head } = sealed;
  const t = (key: keyof typeof packageTexts): string => escapeHtml(packageTexts[key][language]);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script as string)}'`,
    `style-src '${hashOf(style as string)}'`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('name')}</title>
<style>${style}</style>
</head>
<body>
<main id="gate">
<h1>${t('name')}</h1>
<p>${t('intro')}</p>
<noscript><p class="said">${t('needsScript')}</p></noscript>
<form id="ask" hidden>
<label for="password">${t('password')}</label>
<input id="password" type="password" autocomplete="off" autocapitalize="off" spellcheck="false" required aria-describedby="said">
<p class="choice"><input id="show" type="checkbox"> <label for="show">${t('showPassword')}</label></p>
<button type="submit">${t('open')}</button>
</form>
<p id="said" class="said" role="alert"></p>
</main>
<div id="reader" hidden></div>
<script type="application/json" id="texts">${jsonIn(textsIn(language))}</script>
<script type="application/json" id="head">${jsonIn(head)}</script>
<script type="text/plain" id="data">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

function textsIn(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(packageTexts).map(([key, text]) => [key, text[language]]));
}

/** Nothing in it can end the element it stands in. */
function jsonIn(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
