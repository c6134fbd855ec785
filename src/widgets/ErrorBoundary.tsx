import { Component, type ReactNode } from 'react'
import { Button } from './Button'
import styles from './ErrorBoundary.module.css'

interface Props {
  /** What broke, as people call it: `The canvas`. */
  readonly what: string
  /** What still works, or what can be saved, below the message. */
  readonly rescue?: ReactNode
  readonly children: ReactNode
}

/** Keeps a fault of one part of the page from taking the others with it. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <div role="alert" className={styles.card}>
        <strong>{this.props.what} stopped working.</strong>
        <p>The rest of the page still works, and nothing you wrote is lost.</p>
        <pre>{error.message}</pre>
        <div className={styles.actions}>
          <Button onClick={() => this.setState({ error: undefined })}>Try again</Button>
          {this.props.rescue}
        </div>
      </div>
    )
  }
}
