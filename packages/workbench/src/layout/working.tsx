import { useEffect, useState } from 'react';
import { readiness, workingSince } from '../answers/readiness.js';
import { useDesk } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { useWorkbench } from '../workbench.js';
import { useLasting } from '../design/lasting.js';
import styles from './answers-pane.module.css';

/** Above every view: that something is being worked out and for how long, with a way to stop it and to go on. */
export function Working() {
  const { desk } = useWorkbench();
  const is = useDesk(readiness);
  const lasts = useLasting(is === 'working');
  if (is === 'stopped')
    return (
      <div className={styles.working} role="status">
        <span>Stopped. What is not worked out says so.</span>
        <Button look="quiet" onPress={() => desk.again()}>
          Work it out
        </Button>
      </div>
    );
  if (!lasts) return null;
  return (
    <div className={styles.working} role="status">
      <span>
        Working out <Elapsed />
      </span>
      <Button look="quiet" onPress={() => desk.stop()}>
        Stop
      </Button>
    </div>
  );
}

/** Not read out: it would be every second. */
function Elapsed() {
  const since = useDesk(workingSince);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>· {inWords(Math.max(0, now - since))}</span>;
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
