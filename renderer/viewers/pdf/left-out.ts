import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Annotations of a PDF itself that are not shown: taken over, they are ours to show, and may have been changed or deleted. */
export interface LeftOut {
  /** Whether that makes a difference to what is drawn from now on. */
  readonly change: (annotations: readonly string[]) => boolean;
  /** Hides what stands for them above the pages: signs, and the windows with their texts. */
  readonly hide: () => void;
}

const windowPrefix = 'popup_';

export function leaveOutFrom({ annotationStorage }: PDFDocumentProxy, container: HTMLElement): LeftOut {
  let left: ReadonlySet<string> = new Set();
  const hide = (): void => {
    for (const section of container.querySelectorAll<HTMLElement>('.annotationLayer [data-annotation-id]')) {
      const id = section.dataset['annotationId'] ?? '';
      section.hidden = left.has(id.startsWith(windowPrefix) ? id.slice(windowPrefix.length) : id);
    }
  };
  return {
    change: (annotations) => {
      const next = new Set(annotations);
      const [gone, come] = [[...left].filter((id) => !next.has(id)), annotations.filter((id) => !left.has(id))];
      for (const id of gone) annotationStorage.remove(id);
      for (const id of come) annotationStorage.setValue(id, { noView: true });
      left = next;
      hide();
      return gone.length + come.length > 0;
    },
    hide,
  };
}
