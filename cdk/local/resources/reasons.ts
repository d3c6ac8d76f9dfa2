/** Why something in a template changes nothing on one machine. */
export const NETWORK = 'everything listens on 127.0.0.1; there is no network to build';
export const PERMISSIONS =
  'one user runs everything; the tests of the template check who may do what';
export const LOGS = 'lines of functions go to the log file of the data folder';
export const TRACES = 'functions find no trace daemon here and send nothing';
export const DASHBOARD = 'graphs of CloudWatch are on AWS; here Prometheus may scrape /metrics';
export const BILLING = 'nothing here is billed';
export const ENCRYPTION = 'files and state are readable by their owner alone, not encrypted';
export const TAGS = 'nothing here is found or billed by tags';
export const DESCRIPTION = 'for people only';
export const ONE_API = 'there is one API, which owns every resource of its kind';
export const DEPLOYMENT = 'concerns deployments; here every start is a new one';
export const SERVER_SIZE = 'size, storage and backups are those of this machine';
export const SIGN_IN = 'the local issuer signs in the owner of this machine, without accounts';
export const ALARMS_AGAIN =
  'the next look at the alarms tells again what its function did not take';
