import { Notifications } from '@mantine/notifications';

/** The messages in the corner. What is told before they are here waits for them. */
export function Messages(): React.JSX.Element {
  return <Notifications position="bottom-right" containerWidth={420} limit={4} />;
}
