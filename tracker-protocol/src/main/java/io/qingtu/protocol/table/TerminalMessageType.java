package io.qingtu.protocol.table;

import static io.qingtu.protocol.frame.ProtocolVersion.V2011;
import static io.qingtu.protocol.frame.ProtocolVersion.V2013;
import static io.qingtu.protocol.frame.ProtocolVersion.V2019;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.area.AreaReply;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.Heartbeat;
import io.qingtu.protocol.message.general.Logout;
import io.qingtu.protocol.message.general.ResendPartsRequest;
import io.qingtu.protocol.message.general.ServerTimeQuery;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.general.TerminalPublicKey;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.protocol.message.location.BatchLocationReport;
import io.qingtu.protocol.message.location.LocationReply;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.management.AttributesReply;
import io.qingtu.protocol.message.management.ParametersReply;
import io.qingtu.protocol.message.management.UpgradeResult;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.media.MultimediaEvent;
import io.qingtu.protocol.message.media.ShootReply;
import io.qingtu.protocol.message.media.StoredMediaReply;
import io.qingtu.protocol.message.record.CanBusReport;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.protocol.message.record.RecorderReport;
import io.qingtu.protocol.message.record.WaybillReport;
import io.qingtu.protocol.message.safety.AlarmAttachments;
import io.qingtu.protocol.message.safety.AttachmentFileEnd;
import io.qingtu.protocol.message.safety.AttachmentFileStart;
import io.qingtu.protocol.message.text.EventReport;
import io.qingtu.protocol.message.text.InformationSubscription;
import io.qingtu.protocol.message.text.QuestionAnswer;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.protocol.message.vehicle.VehicleControlReply;
import io.qingtu.protocol.message.video.AudioVideoAttributes;
import io.qingtu.protocol.message.video.PassengerFlow;
import io.qingtu.protocol.message.video.RecordingList;
import io.qingtu.protocol.message.video.RecordingUploadCompletion;
import java.util.Optional;

/** Messages from terminal to platform, in the order of their ids. */
public enum TerminalMessageType implements MessageType {
  TERMINAL_GENERAL_REPLY(
      Entry.of(TerminalGeneralReply.ID, "终端通用应答", "JT/T 808-2013 8.1", V2011),
      TerminalGeneralReply.class,
      TerminalGeneralReply::decode),
  HEARTBEAT(
      Entry.of(Heartbeat.ID, "终端心跳", "JT/T 808-2013 8.3", V2011),
      Heartbeat.class,
      Heartbeat::decode),
  LOGOUT(Entry.of(Logout.ID, "终端注销", "JT/T 808-2013 8.7", V2011), Logout.class, Logout::decode),
  SERVER_TIME_QUERY(
      Entry.of(ServerTimeQuery.ID, "查询服务器时间请求", "JT/T 808-2019 8.4", V2019),
      ServerTimeQuery.class,
      ServerTimeQuery::decode),
  RESEND_PARTS_REQUEST(
      Entry.of(ResendPartsRequest.ID, "终端补传分包请求", "JT/T 808-2019 8.7", V2019),
      ResendPartsRequest.class,
      ResendPartsRequest::decode),
  TERMINAL_REGISTRATION(
      Entry.of(TerminalRegistration.ID, "终端注册", "JT/T 808-2013 8.5", V2011),
      TerminalRegistration.class,
      TerminalRegistration::decode),
  AUTHENTICATION(
      Entry.of(Authentication.ID, "终端鉴权", "JT/T 808-2013 8.8", V2011),
      Authentication.class,
      Authentication::decode),
  PARAMETERS_REPLY(
      Entry.of(ParametersReply.ID, "查询终端参数应答", "JT/T 808-2013 8.12", V2011),
      ParametersReply.class,
      ParametersReply::decode),
  ATTRIBUTES_REPLY(
      Entry.of(AttributesReply.ID, "查询终端属性应答", "JT/T 808-2013 8.15", V2013),
      AttributesReply.class,
      AttributesReply::decode),
  UPGRADE_RESULT(
      Entry.of(UpgradeResult.ID, "终端升级结果通知", "JT/T 808-2013 8.17", V2013),
      UpgradeResult.class,
      UpgradeResult::decode),
  LOCATION_REPORT(
      Entry.of(LocationReport.ID, "位置信息汇报", "JT/T 808-2013 8.18", V2011),
      LocationReport.class,
      LocationReport::decode),
  LOCATION_REPLY(
      Entry.of(LocationReply.ID, "位置信息查询应答", "JT/T 808-2013 8.20", V2011),
      LocationReply.class,
      LocationReply::decode),
  EVENT_REPORT(
      Entry.of(EventReport.ID, "事件报告", "JT/T 808-2013 8.25", V2011),
      EventReport.class,
      EventReport::decode),
  QUESTION_ANSWER(
      Entry.of(QuestionAnswer.ID, "提问应答", "JT/T 808-2013 8.27", V2011),
      QuestionAnswer.class,
      QuestionAnswer::decode),
  INFORMATION_SUBSCRIPTION(
      Entry.of(InformationSubscription.ID, "信息点播/取消", "JT/T 808-2013 8.29", V2011),
      InformationSubscription.class,
      InformationSubscription::decode),
  VEHICLE_CONTROL_REPLY(
      Entry.of(VehicleControlReply.ID, "车辆控制应答", "JT/T 808-2013 8.34", V2011),
      VehicleControlReply.class,
      VehicleControlReply::decode),
  AREA_REPLY(
      Entry.of(AreaReply.ID, "查询区域或线路数据应答", "JT/T 808-2019 8.41", V2019),
      AreaReply.class,
      AreaReply::decode),
  RECORDER_REPORT(
      Entry.of(RecorderReport.ID, "行驶记录数据上传", "JT/T 808-2013 8.44", V2011),
      RecorderReport.class,
      RecorderReport::decode),
  WAYBILL_REPORT(
      Entry.of(WaybillReport.ID, "电子运单上报", "JT/T 808-2013 8.46", V2011),
      WaybillReport.class,
      WaybillReport::decode),
  DRIVER_IDENTITY(
      Entry.of(DriverIdentity.ID, "驾驶员身份信息采集上报", "JT/T 808-2013 8.48", V2011),
      DriverIdentity.class,
      DriverIdentity::decode),
  BATCH_LOCATION_REPORT(
      Entry.of(BatchLocationReport.ID, "定位数据批量上传", "JT/T 808-2013 8.49", V2013),
      BatchLocationReport.class,
      BatchLocationReport::decode),
  CAN_BUS_REPORT(
      Entry.of(CanBusReport.ID, "CAN 总线数据上传", "JT/T 808-2013 8.50", V2013),
      CanBusReport.class,
      CanBusReport::decode),
  MULTIMEDIA_EVENT(
      Entry.of(MultimediaEvent.ID, "多媒体事件信息上传", "JT/T 808-2013 8.51", V2011),
      MultimediaEvent.class,
      MultimediaEvent::decode),
  MULTIMEDIA_DATA(
      Entry.of(MultimediaData.ID, "多媒体数据上传", "JT/T 808-2013 8.52", V2011),
      MultimediaData.class,
      MultimediaData::decode),
  STORED_MEDIA_REPLY(
      Entry.of(StoredMediaReply.ID, "存储多媒体数据检索应答", "JT/T 808-2013 8.57", V2011),
      StoredMediaReply.class,
      StoredMediaReply::decode),
  SHOOT_REPLY(
      Entry.of(ShootReply.ID, "摄像头立即拍摄命令应答", "JT/T 808-2013 8.55", V2013),
      ShootReply.class,
      ShootReply::decode),
  TRANSPARENT_DATA(
      Entry.of(TransparentData.ID, "数据上行透传", "JT/T 808-2013 8.62", V2011),
      TransparentData.class,
      TransparentData::decode),
  COMPRESSED_MESSAGE(
      Entry.of(CompressedMessage.ID, "数据压缩上报", "JT/T 808-2013 8.63", V2011),
      CompressedMessage.class,
      CompressedMessage::decode),
  TERMINAL_PUBLIC_KEY(
      Entry.of(TerminalPublicKey.ID, "终端 RSA 公钥", "JT/T 808-2013 8.65", V2011),
      TerminalPublicKey.class,
      TerminalPublicKey::decode),
  AUDIO_VIDEO_ATTRIBUTES(
      Entry.of(AudioVideoAttributes.ID, "终端上传音视频属性", "JT/T 1078-2016 5.3.3", V2011),
      AudioVideoAttributes.class,
      AudioVideoAttributes::decode),
  PASSENGER_FLOW(
      Entry.of(PassengerFlow.ID, "终端上传乘客流量", "JT/T 1078-2016 5.4.2", V2011),
      PassengerFlow.class,
      PassengerFlow::decode),
  RECORDING_LIST(
      Entry.of(RecordingList.ID, "终端上传音视频资源列表", "JT/T 1078-2016 5.6.2", V2011),
      RecordingList.class,
      RecordingList::decode),
  RECORDING_UPLOAD_COMPLETION(
      Entry.of(RecordingUploadCompletion.ID, "文件上传完成通知", "JT/T 1078-2016 5.6.6", V2011),
      RecordingUploadCompletion.class,
      RecordingUploadCompletion::decode),
  ALARM_ATTACHMENTS(
      Entry.of(AlarmAttachments.ID, "报警附件信息消息", "T/JSATL 12-2017 4.6.2", V2013),
      AlarmAttachments.class,
      AlarmAttachments::decode),
  ATTACHMENT_FILE_START(
      Entry.of(AttachmentFileStart.ID, "文件信息上传", "T/JSATL 12-2017 4.6.3", V2013),
      AttachmentFileStart.class,
      AttachmentFileStart::decode),
  ATTACHMENT_FILE_END(
      Entry.of(AttachmentFileEnd.ID, "文件上传完成消息", "T/JSATL 12-2017 4.6.5", V2013),
      AttachmentFileEnd.class,
      AttachmentFileEnd::decode);

  /** Reads a body; what it leaves unread is ignored. */
  @FunctionalInterface
  public interface Decoder {
    TerminalMessage decode(BodyReader in, ProtocolVersion version);
  }

  private static final MessageIds<TerminalMessageType> BY_ID = new MessageIds<>(values());

  private final Entry entry;
  private final Class<? extends TerminalMessage> message;
  private final Decoder decoder;

  TerminalMessageType(Entry entry, Class<? extends TerminalMessage> message, Decoder decoder) {
    this.entry = entry;
    this.message = message;
    this.decoder = decoder;
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public Class<? extends TerminalMessage> message() {
    return message;
  }

  public static Optional<TerminalMessageType> find(int messageId) {
    return Optional.ofNullable(BY_ID.get(messageId));
  }

  /**
   * The message of a frame; {@link UnknownMessage} if its id is not in the table.
   *
   * @param frame a whole message, not one of several sub-packages
   * @throws MalformedException if the body is encrypted, too short or says what cannot be
   */
  public static TerminalMessage decode(Frame frame) {
    frame.header().requirePlain();
    return decode(
        frame.header().messageId(), new BodyReader(frame.body()), frame.header().version());
  }

  /**
   * The message of a body.
   *
   * @throws MalformedException if the body is too short or says what cannot be
   */
  public static TerminalMessage decode(int messageId, BodyReader in, ProtocolVersion version) {
    TerminalMessageType type = BY_ID.get(messageId);
    return type == null
        ? new UnknownMessage(messageId, in.field("body").rest())
        : type.decoder.decode(in, version);
  }
}
