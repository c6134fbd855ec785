/** What a person can select, in the text, on the canvas and in the form alike. */
export type ElementRef =
  | { readonly kind: 'workload' }
  | { readonly kind: 'client' }
  | { readonly kind: 'load-balancer' }
  | { readonly kind: 'server'; readonly id: string }
  | { readonly kind: 'endpoint'; readonly server: string; readonly endpoint: number }
  | { readonly kind: 'step'; readonly server: string; readonly endpoint: number; readonly step: number }
  | { readonly kind: 'edge'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'settings' }
