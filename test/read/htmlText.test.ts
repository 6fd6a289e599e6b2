/** HTML fields of APIs as the text that a visitor reads. */

import { describe, expect, it } from 'vitest';
import { htmlLinks, htmlText } from '../../src/read/htmlText.ts';

const texts: readonly (readonly [html: string, text: string])[] = [
  ['', ''],
  ['<p></p>', ''],
  ['plain', 'plain'],
  ['<p>I walk funny</p>', 'I walk funny'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<p>One<br>Two</p><p>Three</p>', 'One\nTwo\n\nThree'],
  ['<p>One\n   two</p>', 'One two'],
  ['<p>Eén &amp; twee &lt;3</p>', 'Eén & twee <3'],
  ['e\u0301e\u0301n', 'één'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['<p>Bold <strong>is</strong> text</p>', 'Bold is text'],
  [
    '<p>Zie <a href="https://voorbeeld.example/"><span class="invisible">https://</span><span>voorbeeld.example</span><span class="invisible">/</span></a>!</p>',
    'Zie https://voorbeeld.example/!',
  ],
  [
    '<p>Vragen? <span class="h-card"><a href="https://a.example/@hulp">@<span>hulp</span></a></span></p>',
    'Vragen? @hulp',
  ],
  ['Hallo <img class="emoji" alt=":tulp:" src="x.png">', 'Hallo :tulp:'],
  ['<img alt="<script>alert(1)</script>">', '<script>alert(1)</script>'],
  ['<script>evil()</script><style>p{}</style>Rest', 'Rest'],
  ['<p>never closed <b>text', 'never closed text'],
];

describe('htmlText', () => {
  it.each(texts)('%j is read as %j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('gives up on depth, not on the process', () => {
    expect(htmlText(`Begin${'<div>'.repeat(50_000)}`)).toBe('Begin');
  });
});

describe('htmlLinks', () => {
  it('keeps web, mail and phone addresses, each once', () => {
    const html =
      '<a href="https://a.example/x">a</a><a href="mailto:info@a.example">m</a><a href="tel:+31201234567">t</a>' +
      '<a href="javascript:alert(1)">j</a><a href="https://a.example/x">again</a><a>none</a>';
    expect(htmlLinks(html)).toEqual(['https://a.example/x', 'mailto:info@a.example', 'tel:+31201234567']);
  });
});
