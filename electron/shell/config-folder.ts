import { app } from 'electron';

/** The folder of settings and of the library's witness; RAAKVLAK_CONFIG points elsewhere, for tests and portable use. */
export function configFolder(): string {
  return process.env['RAAKVLAK_CONFIG'] ?? app.getPath('userData');
}
