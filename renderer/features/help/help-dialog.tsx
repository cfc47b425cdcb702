import { Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { helpTexts } from '../../../shared/messages/ui/help';
import { useLanguage, useText } from '../../components/use-text';
import { openDialog, view } from '../../state/view';
import { UntrustedMarkdown } from '../../viewers/untrusted-markdown';
import { guideHeadings } from './guide-headings';
import classes from './help.module.css';

/** The user guide, with its table of contents beside it. */
export function HelpDialog(): React.JSX.Element {
  const t = useText(helpTexts);
  const isOpen = view.use((state) => state.dialog?.kind === 'help');
  return (
    <Modal opened={isOpen} onClose={() => openDialog(null)} size={940} title={t('guide')}>
      {isOpen && <Guide />}
    </Modal>
  );
}

function Guide(): React.JSX.Element {
  const t = useText(helpTexts);
  const language = useLanguage();
  const text = useRef<HTMLDivElement>(null);
  // Read when it is first asked for: the start of the window does not wait for it.
  const guide = useQuery({
    queryKey: ['guide'],
    queryFn: async () => (await import('../../../resources/help/nl.md?raw')).default,
  });
  if (guide.isError) return <p role="alert">{t('failed')}</p>;
  if (guide.data === undefined) return <Loader aria-label={t('loading')} />;
  const show = (index: number): void => {
    const heading = text.current?.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')[index];
    if (heading === undefined) return;
    heading.tabIndex = -1;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
  return (
    <div className={classes['guide']}>
      <nav aria-label={t('contents')}>
        <ul>
          {guideHeadings(guide.data).map(({ title, level }, index) =>
            level > 3 ? null : (
              <li key={index} data-level={level}>
                <button type="button" lang="nl" onClick={() => show(index)}>
                  {title}
                </button>
              </li>
            ),
          )}
        </ul>
      </nav>
      <div className={classes['text']} tabIndex={0} role="group" aria-label={t('guide')}>
        {language === 'en' && <p>{t('dutchOnly')}</p>}
        <div ref={text} lang="nl">
          <UntrustedMarkdown text={guide.data} />
        </div>
      </div>
    </div>
  );
}
