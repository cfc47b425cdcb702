/** What the shell hands to the system: addresses and files that somebody else may have written. */
import type { BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { describe, expect, test } from 'vitest';
import { openCopy } from '../../electron/shell/open-copy';
import { openLink } from '../../electron/shell/open-link';
import { generatedPayloads } from '../support/hostile-grammar';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);

/** Follows a link as somebody who says yes (0) or no (1). */
async function follow(url: string, response = 0): Promise<{ asked: string[]; opened: string[]; code: string | null }> {
  const [asked, opened]: [string[], string[]] = [[], []];
  const outcome = openLink(url, {
    window: {} as BrowserWindow,
    language: 'nl',
    dialog: {
      showMessageBox: ((_window: BrowserWindow, { detail }: MessageBoxOptions) => {
        asked.push(detail ?? '');
        return Promise.resolve({ response, checkboxChecked: false } satisfies MessageBoxReturnValue);
      }) as never,
    },
    shell: { openExternal: (address) => Promise.resolve(void opened.push(address)) },
  });
  const code = await outcome.then(
    () => null,
    (error: { code: string }) => error.code,
  );
  return { asked, opened, code };
}

describe('E15 a link', () => {
  test('opens after the whole address was shown and somebody said yes', async () => {
    const address = 'https://example.org/een%20rapport?jaar=2024#blz=3';
    expect(await follow(address)).toEqual({ asked: [address], opened: [address], code: null });
    expect(await follow(address, 1)).toEqual({ asked: [address], opened: [], code: null });
    expect(await follow('mailto:noor@example.org')).toMatchObject({ opened: ['mailto:noor@example.org'] });
  });

  test('of before https is asked for by https', async () => {
    expect((await follow('http://example.org/a')).opened).toEqual(['https://example.org/a']);
  });

  test('that shows another host than it leads to is refused', async () => {
    expect(await follow('https://example.org@elders.invalid/')).toMatchObject({ asked: [], code: 'link-refused' });
    // A host in other letters is shown as it is asked for.
    expect((await follow('https://ехample.org/')).asked).toEqual(
      ['https://xn--ample-ouea.org/'].map(() => expect.stringContaining('xn--') as string),
    );
  });

  test(`of any other kind is refused without a question (seed ${seed})`, async () => {
    const addresses = [
      ...[
        'file:///etc/passwd',
        'javascript:alert(1)',
        'ms-msdt:/id',
        'smb://a/b',
        '\\\\a\\b',
        '//a/b',
        'app://raakvlak/',
        'x',
        '',
      ],
      ...generatedPayloads(seed, 1_000, 'https://hostile.invalid/x').flatMap(({ text }) => [
        text,
        ...(/(?:href|src|action|to|data)=["'`]?([^"'`>]+)/i.exec(text)?.slice(1) ?? []),
      ]),
    ];
    let refused = 0;
    for (const address of addresses) {
      const { asked, opened, code } = await follow(address);
      refused += Number(code === 'link-refused');
      for (const shown of [...asked, ...opened]) expect(shown).toMatch(/^(https:\/\/[^@]+|mailto:)/);
      expect(opened).toEqual(asked);
      if (asked.length === 0) expect(code).toBe('link-refused');
    }
    expect(refused).toBeGreaterThan(addresses.length / 2);
  });
});

describe('E15 a file of an item', () => {
  const names =
    'a.exe a.EXE a.com a.scr a.bat a.cmd a.ps1 a.vbs a.js a.jse a.wsf a.hta a.msi a.lnk a.url a.desktop a.sh a.app a.command a.jar a.reg a.cpl a.dll a.html a.htm a.xhtml a.svg a.xml a.docm a.xlsm a.pptm a.dotm a.iso a.zip a.pif a.scf a.library-ms a.settingcontent-ms a a. .docx a.docx.exe a.pdf. a.exe\u202efdp a.docx::$DATA a.docx\u0000.exe'.split(
      ' ',
    );
  const open = async (name: string): Promise<{ opened: string[]; code: string | null }> => {
    const opened: string[] = [];
    const shell = { openPath: (path: string) => Promise.resolve(opened.push(path) > 0 ? '' : '') };
    return openCopy({ path: `/werk/${name}` }, shell).then(
      () => ({ opened, code: null }),
      (error: { code: string }) => ({ opened, code: error.code }),
    );
  };

  test.each([...names, 'a.pdf '])('that the system might run is not opened: %j', async (name) => {
    expect(await open(name)).toEqual({ opened: [], code: 'file-kind-unsafe' });
  });

  test.each(['a.docx', 'a.DOCX', 'a.odt', 'een rapport.pdf', 'a.b.xlsx', 'a.png', 'a.txt'])(
    'that is a document is opened: %s',
    async (name) => {
      expect(await open(name)).toEqual({ opened: [`/werk/${name}`], code: null });
    },
  );

  test('that no program knows says so', async () => {
    const shell = { openPath: () => Promise.resolve('no program') };
    await expect(openCopy({ path: '/werk/a.docx' }, shell)).rejects.toMatchObject({ code: 'program-missing' });
  });
});
