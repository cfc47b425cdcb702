import { setNonce } from 'get-nonce';

/** The page's nonce, so that the style elements which the component library makes pass the content security policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';
}

// The library's scroll lock makes its own style element and asks this package for the nonce.
setNonce(styleNonce());
