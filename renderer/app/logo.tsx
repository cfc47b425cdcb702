import { LogoMark } from '../components/logo-mark';
import classes from './header.module.css';

export function Logo(): React.JSX.Element {
  return (
    <div className={classes['logo']}>
      <LogoMark />
      Raakvlak
    </div>
  );
}
