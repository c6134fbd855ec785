import { type Static, Type } from 'typebox'
import { idField, notes, nullable } from '../../fields'
import { stepSpec } from '../../steps'

const resources = Type.Object(
  {
    cpu_cores: Type.Integer({
      ...notes({ title: 'CPU cores', description: 'Requests that can use the CPU at the same time.', unit: 'cores' }),
      minimum: 1,
      default: 1,
    }),
    ram_mb: Type.Integer({
      ...notes({ title: 'RAM', description: 'Memory that requests can hold together.', unit: 'MB' }),
      minimum: 256,
      default: 1024,
    }),
    db_connection_pool: nullable(Type.Integer({ minimum: 1 }), {
      title: 'DB connections',
      description: 'Connections that io_db steps share, first come, first served. null: unlimited.',
      unit: 'connections',
    }),
  },
  { title: 'Resources', description: 'What the requests inside a server compete for.' },
)

const endpoint = Type.Object(
  {
    endpoint_name: Type.String({
      ...notes({
        title: 'endpoint',
        description: 'Name of the endpoint. A request picks one endpoint at random, all equally likely.',
      }),
    }),
    steps: Type.Array(stepSpec, { ...notes({ title: 'steps', description: 'What a request does, in order.' }) }),
  },
  { title: 'Endpoint', description: 'One kind of request that the server answers.' },
)
export type EndpointSpec = Static<typeof endpoint>

/** A server with an event loop: CPU work holds a core, I/O gives it back, RAM stays until the answer. */
export const serverSpec = Type.Object(
  {
    id: idField('Name of the server.'),
    type: Type.Enum(['server'], {
      ...notes({ title: 'type', description: 'Kind of component: server.' }),
      default: 'server',
    }),
    server_resources: resources,
    endpoints: Type.Array(endpoint, {
      ...notes({ title: 'endpoints', description: 'Kinds of request that the server answers.' }),
    }),
  },
  { title: 'Server', description: 'An asynchronous web server: event loop, cores, memory, database pool.' },
)
export type ServerSpec = Static<typeof serverSpec>
