import { memo } from 'react';
import { reflow } from './reflow';
import classes from './text-page.module.css';

interface TextPageProps {
  readonly id: string;
  /** 0 is the first. */
  readonly page: number;
  readonly label: string | null;
  readonly text: string;
  /** Cells stand apart by tabs, rows by lines. */
  readonly table: boolean;
}

/** So many characters are laid out together; what is out of sight is not laid out at all. */
const chunkLength = 20_000;

export const TextPage = memo(function TextPage({ id, page, label, text, table }: TextPageProps): React.JSX.Element {
  return (
    <section className={classes['page']} data-page={page}>
      {label !== null && (
        <h2 id={id} tabIndex={-1} className={classes['label']}>
          {label}
        </h2>
      )}
      {chunks(text).map((chunk, index) => (
        <div key={index} className={classes['chunk']}>
          {table ? <Rows text={chunk} /> : <div className={classes['text']}>{reflow(chunk)}</div>}
        </div>
      ))}
    </section>
  );
});

function Rows({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <table className={classes['table']}>
      <tbody>
        {text.split('\n').map((row, index) => (
          <tr key={index}>
            {row.split('\t').map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Parts of the text that end at the end of a line. */
function chunks(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > chunkLength) {
    const line = text.indexOf('\n', start + chunkLength);
    if (line === -1) break;
    parts.push(text.slice(start, line));
    start = line + 1;
  }
  parts.push(text.slice(start));
  return parts;
}
