import { useState } from 'react'
import { readPreference, writePreference } from '../../store/preferences'
import { Dialog } from '../../widgets/Dialog'
import { useView } from '../studio'
import styles from './ShortcutsDialog.module.css'

const modifier = /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const shortcuts: readonly { readonly group: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    group: 'Everywhere',
    keys: [
      [`${modifier} Enter`, 'Run the scenario'],
      [`${modifier} Z`, 'Undo, in text and canvas alike'],
      [`${modifier} Shift Z`, 'Redo'],
      [`${modifier} S`, 'Save the scenario as a YAML file'],
      ['?', 'Show this sheet'],
    ],
  },
  {
    group: 'Editor',
    keys: [
      ['Ctrl Space', 'Suggest keys, values and ids'],
      ['F8', 'Go to the next problem'],
      ['Shift F8', 'Go to the problem before'],
      ['Ctrl M', 'Let Tab leave the editor'],
    ],
  },
  {
    group: 'Canvas',
    keys: [
      ['Tab', 'Go through nodes and connections'],
      ['Enter', 'Select what has the focus'],
      ['Arrows', 'Move the selected node'],
      ['Delete', 'Remove the selection'],
    ],
  },
  {
    group: 'Charts over time',
    keys: [
      ['Arrows', 'Move the time on all charts'],
      ['Shift Arrows', 'Select a part of the run'],
      ['+', 'Zoom in, to the selection if there is one'],
      ['−', 'Zoom out'],
      ['0', 'Show all of the time'],
      [`${modifier} Wheel`, 'Zoom around the pointer'],
      ['Escape', 'Let go of time and selection'],
    ],
  },
]

/** Every key that does something, and the switch for the one that is a single character. */
export function ShortcutsDialog() {
  const isOpen = useView((state) => state.dialog === 'shortcuts')
  const showDialog = useView((state) => state.showDialog)
  const [helpKey, setHelpKey] = useState(() => readPreference('helpKey') !== 'off')
  const switchHelpKey = (on: boolean) => {
    writePreference('helpKey', on ? 'on' : 'off')
    setHelpKey(on)
  }
  return (
    <Dialog open={isOpen} onClose={() => showDialog(undefined)} title="Keyboard shortcuts">
      <div className={styles.groups}>
        {shortcuts.map(({ group, keys }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {keys.map(([combination, effect]) => (
                <div key={combination}>
                  <dt>
                    {combination.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{effect}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles.switch}>
        <input type="checkbox" checked={helpKey} onChange={(event) => switchHelpKey(event.target.checked)} />
        <span>
          <kbd>?</kbd> opens this sheet
        </span>
      </label>
    </Dialog>
  )
}
