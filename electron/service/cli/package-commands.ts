import { resolve } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import { despite, unlessStopped } from './guard-commands';
import { done, type Runner } from './output';
import { firstLine } from './passwords';

export const packageCommands: Readonly<Record<'package make', Runner>> = {
  'package make': async (run) => {
    const { values: ids, options } = run.line;
    const password =
      options.passwordFile === null
        ? await run.password('the package')
        : await firstLine(resolve(options.passwordFile));
    if (password === null) throw new AppError('package-password-weak');
    return unlessStopped(run, { kind: 'items', ids: [...ids] }, async () => {
      const made = await run.service.call('package.make', {
        ...{ ids: [...ids], password, files: !options.textOnly, language: 'nl' },
        madeFor: options.for ?? '',
        until: options.until ?? '',
        path: resolve(options.out ?? ''),
        ...despite(run),
      });
      run.print(made, () => `${made.documents} items, ${made.sizeBytes} bytes → ${made.path}`);
      return done;
    });
  },
};
