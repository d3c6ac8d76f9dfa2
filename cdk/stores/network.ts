import {
  CfnInstance,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  type Instance,
  InstanceClass,
  InstanceSize,
  InstanceType,
  IpAddresses,
  type IVpc,
  NatProvider,
  NatTrafficDirection,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';

const ADDRESSES = '10.0.0.0/16';

/**
 * Two zones; traffic to the internet goes through a small NAT instance (a tenth of a NAT gateway's price),
 * traffic to S3 through a gateway endpoint, which costs nothing.
 */
export class Network extends Construct {
  readonly vpc: IVpc;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'network');
    const nat = NatProvider.instanceV2({
      instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.NANO),
      defaultAllowedTraffic: NatTrafficDirection.OUTBOUND_ONLY,
    });
    const vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(ADDRESSES),
      maxAzs: 2,
      natGateways: stage.natInstances,
      natGatewayProvider: nat,
      // Nothing uses the default group, and restricting it would add a custom resource.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'database', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    // The library is compiled without exactOptionalPropertyTypes, else no cast were needed.
    this.vpc = vpc as IVpc;
    nat.connections.allowFrom(Peer.ipv4(ADDRESSES), Port.allTraffic());
    for (const instance of nat.gatewayInstances) {
      encryptDisk(instance);
      acknowledge(
        instance,
        'Basic monitoring is enough for forwarding packets.',
        'AwsSolutions-EC28',
      );
      acknowledge(
        instance,
        'A deployment replaces it when Amazon publishes a newer image; protection would stop that.',
        'AwsSolutions-EC29',
      );
    }
    this.vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
    this.vpc.addFlowLog('Refused', { trafficType: FlowLogTrafficType.REJECT });
  }

  /** For functions that reach the same thing: they share the group, and Lambda's interfaces with it. */
  addGroup(id: string, description: string): SecurityGroup {
    return new SecurityGroup(this, id, { vpc: this.vpc, description });
  }

  /** Puts the function into the private subnets. */
  join(fn: FoodSaveFunction, group: SecurityGroup): void {
    const { subnetIds } = this.vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS });
    fn.construct.vpcConfig = { subnetIds, securityGroupIds: [group.securityGroupId] };
    fn.allow(
      [
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:DeleteNetworkInterface',
        'ec2:AssignPrivateIpAddresses',
        'ec2:UnassignPrivateIpAddresses',
      ],
      ['*'],
    );
  }
}

/** An encrypted disk, which the provider of NAT instances does not offer. */
function encryptDisk(nat: Instance): void {
  const instance = nat.node.defaultChild;
  if (!CfnInstance.isCfnInstance(instance)) throw new Error('The NAT instance is no instance');
  instance.blockDeviceMappings = [{ deviceName: '/dev/xvda', ebs: { encrypted: true } }];
}
