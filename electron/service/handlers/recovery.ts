import type { LibraryHandlers, Parts } from '../service';

type Names = Extract<keyof LibraryHandlers, `recovery.${string}`>;

/** The recovery sheet, and the devices of who works here. */
export function recoveryHandlers({ recovery }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'recovery.status': async () => {
      await recovery.keepUp();
      return recovery.status();
    },
    'recovery.make': () => recovery.make(),
    'recovery.forget': () => recovery.forget(),
    'recovery.read': ({ text }) => recovery.read(text),
    'recovery.restore': ({ text, place }) => recovery.restore(text, place),
    'recovery.newDevice': async () => {
      await recovery.newDevice();
      return recovery.status();
    },
    'recovery.deviceCode': () => recovery.deviceCode(),
    'recovery.readDevice': ({ code }) => recovery.readDevice(code),
    'recovery.addDevice': ({ code }) => recovery.addDevice(code),
    'recovery.devices': () => recovery.devices(),
    'recovery.dropDevice': ({ device, reason }) => recovery.dropDevice(device, reason),
  };
}
