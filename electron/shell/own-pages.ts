import { app } from 'electron';

export const appOrigin = 'app://raakvlak';

/** Where the interface is served while it is being developed; null in what ships, whatever the environment says. */
export function devServer(): string | null {
  const address = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : null;
}

/** Where the window's one page is. */
export function startPage(): string {
  return `${devServer() ?? appOrigin}/`;
}

/** Whether an address is in our own interface. */
export function isOwnPage(address: string): boolean {
  return [appOrigin, devServer()].some((origin) => origin !== null && address.startsWith(`${origin}/`));
}
