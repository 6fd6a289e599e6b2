/** What is wider than the page scrolls in its own frame, by keyboard too. */

import type { ComponentChildren } from 'preact';

export const Scroll = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot reach what is out of sight (WCAG 2.1.1)
  <section class="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
