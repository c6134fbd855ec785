import { Button } from '../../widgets/Button'
import { Dialog } from '../../widgets/Dialog'
import { useView } from '../studio'
import styles from './AboutDialog.module.css'

/** What the app is, what its numbers stand on, and what they leave out. */
export function AboutDialog() {
  const isOpen = useView((state) => state.dialog === 'about')
  const showDialog = useView((state) => state.showDialog)
  const close = () => showDialog(undefined)
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title="About AsyncFlow Studio"
      footer={
        <>
          <Button onClick={() => showDialog('check')}>Check this simulator</Button>
          <Button onClick={() => showDialog('shortcuts')}>Keyboard shortcuts</Button>
          <Button variant="primary" onClick={close}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>
          A digital twin of asynchronous web services. Describe users, servers and the network between them, run it, and
          see what breaks first. Every request is simulated, one event at a time, in your browser: nothing you write
          leaves this page.
        </p>
        <section>
          <h3>What is modelled</h3>
          <ul>
            <li>Users that come and go, each sending requests at random at a given rate.</li>
            <li>Network edges with random latency and loss, and spikes of latency for a while.</li>
            <li>
              A load balancer (round robin or least connection) that leaves out a server while it is down. Work inside
              that server goes on to its end.
            </li>
            <li>
              Servers with an event loop: a CPU step holds a core, an I/O step gives it back, RAM is held from start to
              end, and database steps share a pool of connections. Whoever waits, waits in order of arrival. A step
              takes the time you give it, or one drawn from the law you give it.
            </li>
            <li>What calls to language models cost.</li>
          </ul>
        </section>
        <section>
          <h3>What is not modelled</h3>
          <ul>
            <li>Timeouts, retries, rate limits: every request waits as long as it takes, and none is sent twice.</li>
            <li>Bandwidth, connection set-up and sockets: the latency of an edge does not depend on its load.</li>
            <li>Caches, locks inside a database, garbage collection, cold starts, autoscaling.</li>
            <li>Health checks: the load balancer knows at once that a server is down or back.</li>
          </ul>
        </section>
        <section>
          <h3>How to read the numbers</h3>
          <ul>
            <li>One run is one realisation. Another seed gives other numbers; try a few before you decide.</li>
            <li>
              The start counts too, unless the scenario has a warm-up: queues begin empty, so a short run looks better
              than a long one.
            </li>
            <li>Latency is what the client sees, edges included, of completed requests only.</li>
            <li>The same text and the same seed give the same numbers, in every browser.</li>
          </ul>
        </section>
        <p className={styles.version}>
          Version {__APP_VERSION__}. MIT licence. The scenario language is that of AsyncFlow 0.1.1.
        </p>
      </div>
    </Dialog>
  )
}
